//! The forms of a verb, from its third person masculine singular in past and present, of a nisba adjective, and of a noun.
//! `build/` compiles this file too: the forms of the lexicon are written out when it is built.

/// What stands before and behind a stem in its forms.
type Paradigm = &'static [(&'static str, &'static str)];

/// One form, as it stands.
const PLAIN: Paradigm = &[("", "")];
/// A noun or adjective and its indefinite accusative, which is written with an alef: هجوم، هجوما
const NOUN: Paradigm = &[("", ""), ("", "ا")];
/// Both genders, dual and sound plurals, without the article.
const NISBA: Paradigm = &[("", ""), ("", "ة"), ("", "ون"), ("", "ين"), ("", "ات"), ("", "ان"), ("", "تان"), ("", "تين"), ("", "ا")];
/// أعلن: أعلنت، أعلنوا
const PAST: Paradigm = &[("", ""), ("", "ت"), ("", "وا"), ("", "ا"), ("", "تا"), ("", "ن"), ("", "نا")];
/// نفى: نفت، نفوا، نفيا، نفين
const PAST_IN_YA: Paradigm = &[("", "ى"), ("", "ت"), ("", "وا"), ("", "تا"), ("", "يا"), ("", "ين"), ("", "ينا")];
/// دعا: دعت، دعوا، دعون
const PAST_IN_ALEF: Paradigm = &[("", "ا"), ("", "ت"), ("", "وا"), ("", "تا"), ("", "ون"), ("", "ونا")];
/// يعلن، تعلن
const PRESENT: Paradigm = &[("ي", ""), ("ت", ""), ("ن", ""), ("أ", "")];
/// يدعو: يدعون; ينفي: ينفون; يرى: يرون
const PRESENT_WITH_ENDING: Paradigm =
    &[("ي", "ون"), ("ي", "وا"), ("ي", "ان"), ("ي", "ن"), ("ت", "ون"), ("ت", "وا"), ("ت", "ان"), ("ت", "ن")];

/// The forms of a phrase as the lexicon writes it: `@past/present` is a verb (see [`verb_forms`]), `~nisba` that adjective (see
/// [`nisba_forms`]), `^noun` a noun with its accusative; any other phrase has one form. `None` if the notation is broken.
pub fn forms(phrase: &str) -> Option<Vec<String>> {
    match phrase.as_bytes().first()? {
        b'@' => verb_forms(&phrase[1..]),
        b'~' => Some(nisba_forms(&phrase[1..])),
        b'^' => Some(inflected(&phrase[1..], NOUN)),
        _ => Some(inflected(phrase, PLAIN)),
    }
    .filter(|forms| forms.iter().all(|form| !form.trim().is_empty()))
}

/// The forms of `past/present` (`أعلن/يعلن`, `نفى/ينفي`, `دعا/يدعو`), unvocalised, third persons and first persons.
/// Words after the verb stay (`لفت/يلفت النظر`). `None` if the notation is broken.
pub fn verb_forms(verb: &str) -> Option<Vec<String>> {
    let (verb, rest) = verb.split_at(verb.find(' ').unwrap_or(verb.len()));
    let (past, present) = verb.split_once('/')?;
    let present = present.strip_prefix('ي')?;
    let past = match (past.strip_suffix('ى'), past.strip_suffix('ا')) {
        (Some(stem), _) => inflected(stem, PAST_IN_YA),
        (_, Some(stem)) => inflected(stem, PAST_IN_ALEF),
        _ => inflected(past, PAST),
    };
    let stem = present.strip_suffix(['و', 'ي', 'ى']).unwrap_or(present);
    let verbs = past.into_iter().chain(inflected(present, PRESENT)).chain(inflected(stem, PRESENT_WITH_ENDING));
    Some(verbs.map(|form| form + rest).collect())
}

/// The forms of a nisba adjective (سعودي): both genders, dual and sound plurals, unvocalised, without the article. A
/// nisba of two words (جنوب أفريقي) changes its last.
pub fn nisba_forms(masculine: &str) -> Vec<String> {
    inflected(masculine, NISBA)
}

fn inflected(stem: &str, paradigm: Paradigm) -> Vec<String> {
    paradigm.iter().map(|(before, behind)| [before, stem, behind].concat()).collect()
}

#[cfg(test)]
mod tests {
    use super::{nisba_forms, verb_forms};

    #[track_caller]
    fn assert_has(verb: &str, forms: &[&str]) {
        let all = verb_forms(verb).expect("a verb");
        for form in forms {
            assert!(all.iter().any(|f| f == form), "{verb} lacks {form}: {all:?}");
        }
    }

    #[test]
    fn sound_and_weak_verbs() {
        assert_has("أعلن/يعلن", &["أعلنت", "أعلنوا", "يعلن", "تعلن", "يعلنون", "أعلنتا"]);
        assert_has("نفى/ينفي", &["نفت", "نفوا", "تنفي", "ينفون"]);
        assert_has("دعا/يدعو", &["دعت", "دعوا", "تدعو", "يدعون"]);
        assert_has("لفت/يلفت النظر", &["لفت النظر", "تلفت النظر"]);
    }

    #[test]
    fn nisbas_agree() {
        let forms = nisba_forms("سعودي");
        assert!(["سعودية", "سعوديون", "سعوديين", "سعوديات", "سعوديتان"].iter().all(|form| forms.iter().any(|f| f == form)));
    }

    #[test]
    fn a_broken_notation_is_none() {
        assert_eq!(verb_forms("أعلن"), None);
        assert_eq!(verb_forms("أعلن/أعلن"), None);
    }
}
