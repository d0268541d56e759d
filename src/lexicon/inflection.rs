//! Written-out forms of a verb, from its third person masculine singular in past and present, of a nisba
//! adjective, and of a noun. Shared, as source, by `build.rs`, which checks the notation.

/// The forms a phrase of the lexicon stands for: of `@past/present` a verb's (see [`verb_forms`]), of `~nisba` those of the
/// adjective (see [`nisba_forms`]), of `^noun` the noun and its indefinite accusative, of any other the phrase itself.
/// `None` if the notation is broken.
pub fn forms(phrase: &str) -> Option<Vec<String>> {
    match phrase.as_bytes().first()? {
        b'@' => verb_forms(&phrase[1..]),
        b'~' => Some(nisba_forms(&phrase[1..])),
        b'^' => Some(noun_forms(&phrase[1..])),
        _ => Some(vec![phrase.to_owned()]),
    }
}

/// The forms of `past/present` (`أعلن/يعلن`, `نفى/ينفي`, `دعا/يدعو`), unvocalised, third persons and first persons.
/// Words after the verb stay (`لفت/يلفت النظر`). `None` if the notation is broken.
pub fn verb_forms(verb: &str) -> Option<Vec<String>> {
    let (verb, rest) = verb.split_once(' ').map_or((verb, None), |(verb, rest)| (verb, Some(rest)));
    let (past, present) = verb.split_once('/')?;
    let mut forms = past_forms(past);
    forms.extend(present_forms(present)?);
    if let Some(rest) = rest {
        for form in &mut forms {
            form.push(' ');
            form.push_str(rest);
        }
    }
    Some(forms)
}

fn past_forms(past: &str) -> Vec<String> {
    let mut forms = vec![past.to_owned()];
    let mut add = |stem: &str, endings: &[&str]| forms.extend(endings.iter().map(|ending| format!("{stem}{ending}")));
    match past.chars().next_back() {
        // نفى: نفت، نفوا، نفيا، نفين
        Some('ى') => {
            let stem = &past[..past.len() - 'ى'.len_utf8()];
            add(stem, &["ت", "وا", "تا", "يا", "ين", "ينا"]);
        }
        // دعا: دعت، دعوا، دعون
        Some('ا') => {
            let stem = &past[..past.len() - 'ا'.len_utf8()];
            add(stem, &["ت", "وا", "تا", "ون", "ونا"]);
        }
        _ => add(past, &["ت", "وا", "ا", "تا", "ن", "نا"]),
    }
    forms
}

fn present_forms(present: &str) -> Option<Vec<String>> {
    let bare = present.strip_prefix('ي')?;
    let mut forms: Vec<String> = ["ي", "ت", "ن", "أ"].iter().map(|person| format!("{person}{bare}")).collect();
    // يدعو: يدعون; ينفي: ينفون; يرى: يرون
    let stem = bare.strip_suffix(['و', 'ي', 'ى']).unwrap_or(bare);
    for person in ["ي", "ت"] {
        for ending in ["ون", "وا", "ان", "ن"] {
            forms.push(format!("{person}{stem}{ending}"));
        }
    }
    Some(forms)
}

/// The forms of a nisba adjective (سعودي): both genders, dual and sound plurals, unvocalised, without the article. A
/// nisba of two words (جنوب أفريقي) changes its last.
pub fn nisba_forms(masculine: &str) -> Vec<String> {
    ["", "ة", "ون", "ين", "ات", "ان", "تان", "تين", "ا"].iter().map(|ending| format!("{masculine}{ending}")).collect()
}

/// A noun or adjective and its indefinite accusative, which is written with an alef (`هجوم`, `هجوما`).
pub fn noun_forms(noun: &str) -> Vec<String> {
    vec![noun.to_owned(), format!("{noun}ا")]
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
