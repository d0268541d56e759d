//! The forms of a verb, from its third person masculine singular in past and present, of a nisba adjective, and of a noun.
//! Shared, as source, by `build.rs`, which takes phrases apart into stems and paradigms for the loader to write out.

/// What stands before a stem and behind it.
pub type Affixes = (&'static str, &'static str);

/// How a stem makes forms: their affixes.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub enum Paradigm {
    /// One form, as it stands.
    Plain,
    /// A noun or adjective and its indefinite accusative, which is written with an alef (`هجوم`, `هجوما`).
    Noun,
    /// Both genders, dual and sound plurals, without the article.
    Nisba,
    /// أعلن: أعلنت، أعلنوا
    Past,
    /// نفى: نفت، نفوا، نفيا، نفين
    PastInYa,
    /// دعا: دعت، دعوا، دعون
    PastInAlef,
    /// يعلن، تعلن
    Present,
    /// يدعو: يدعون; ينفي: ينفون; يرى: يرون
    PresentWithEnding,
}

/// The affixes of every paradigm.
pub const PARADIGMS: [&[Affixes]; 8] = [
    &[("", "")],
    &[("", ""), ("", "ا")],
    &[("", ""), ("", "ة"), ("", "ون"), ("", "ين"), ("", "ات"), ("", "ان"), ("", "تان"), ("", "تين"), ("", "ا")],
    &[("", ""), ("", "ت"), ("", "وا"), ("", "ا"), ("", "تا"), ("", "ن"), ("", "نا")],
    &[("", "ى"), ("", "ت"), ("", "وا"), ("", "تا"), ("", "يا"), ("", "ين"), ("", "ينا")],
    &[("", "ا"), ("", "ت"), ("", "وا"), ("", "تا"), ("", "ون"), ("", "ونا")],
    &[("ي", ""), ("ت", ""), ("ن", ""), ("أ", "")],
    &[("ي", "ون"), ("ي", "وا"), ("ي", "ان"), ("ي", "ن"), ("ت", "ون"), ("ت", "وا"), ("ت", "ان"), ("ت", "ن")],
];

/// A phrase of the lexicon as it is inflected.
pub struct Inflected<'p> {
    /// One, or several of a verb.
    pub stems: Vec<(Paradigm, &'p str)>,
    /// What stands behind every form: the further words of a phrase with a verb.
    pub rest: &'p str,
}

/// How a phrase is inflected: `@past/present` as a verb (see [`verb_forms`]), `~nisba` as that adjective (see [`nisba_forms`]),
/// `^noun` as a noun, any other not at all. `None` if the notation is broken.
pub fn inflected(phrase: &str) -> Option<Inflected<'_>> {
    let nominal = |paradigm, stem| Some(Inflected { stems: vec![(paradigm, stem)], rest: "" });
    match phrase.as_bytes().first()? {
        b'@' => verb(&phrase[1..]),
        b'~' => nominal(Paradigm::Nisba, &phrase[1..]),
        b'^' => nominal(Paradigm::Noun, &phrase[1..]),
        _ => nominal(Paradigm::Plain, phrase),
    }
}

fn verb(verb: &str) -> Option<Inflected<'_>> {
    let (verb, rest) = verb.split_at(verb.find(' ').unwrap_or(verb.len()));
    let (past, present) = verb.split_once('/')?;
    let past = match (past.strip_suffix('ى'), past.strip_suffix('ا')) {
        (Some(stem), _) => (Paradigm::PastInYa, stem),
        (_, Some(stem)) => (Paradigm::PastInAlef, stem),
        _ => (Paradigm::Past, past),
    };
    let present = present.strip_prefix('ي')?;
    let stem = present.strip_suffix(['و', 'ي', 'ى']).unwrap_or(present);
    Some(Inflected { stems: vec![past, (Paradigm::Present, present), (Paradigm::PresentWithEnding, stem)], rest })
}

impl Inflected<'_> {
    /// All forms, written out.
    pub fn forms(&self) -> Vec<String> {
        let forms = |(paradigm, stem): &(Paradigm, &str)| {
            PARADIGMS[*paradigm as usize].iter().map(|(before, behind)| [before, stem, behind, self.rest].concat()).collect::<Vec<_>>()
        };
        self.stems.iter().flat_map(forms).collect()
    }
}

/// The forms of `past/present` (`أعلن/يعلن`, `نفى/ينفي`, `دعا/يدعو`), unvocalised, third persons and first persons.
/// Words after the verb stay (`لفت/يلفت النظر`). `None` if the notation is broken.
pub fn verb_forms(verb: &str) -> Option<Vec<String>> {
    self::verb(verb).map(|verb| verb.forms())
}

/// The forms of a nisba adjective (سعودي): both genders, dual and sound plurals, unvocalised, without the article. A
/// nisba of two words (جنوب أفريقي) changes its last.
pub fn nisba_forms(masculine: &str) -> Vec<String> {
    Inflected { stems: vec![(Paradigm::Nisba, masculine)], rest: "" }.forms()
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
