//! Telling Arabic from other languages in Arabic letters, by letters that Arabic does not have and by frequent words.

use super::letters::{Image, fold_letter, in_arabic_block};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// A language in Arabic letters that is not Arabic, by its code in ISO 639.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OtherLanguage {
    /// Persian.
    Fa,
    /// Urdu.
    Ur,
    /// Central Kurdish (Sorani).
    Ckb,
    /// Pashto.
    Ps,
    /// Uyghur.
    Ug,
}

use OtherLanguage::*;

/// A set of languages, by bit: a language's number among those of [`Profiles`], [`ARABIC`] for Arabic.
pub(crate) type Languages = u8;

const ARABIC: Languages = 1 << 7;

/// What tells languages apart.
struct Profiles {
    languages: Vec<OtherLanguage>,
    letters: Vec<(char, Languages)>,
    words: FxHashMap<&'static str, Languages>,
    /// The length of the longest of them, bytes.
    longest: usize,
}

/// More words than these say nothing new.
const WORDS_READ: usize = 3000;
/// Fewer words of another language are a name or a quotation.
const FEWEST_WORDS: usize = 3;
/// Words that no other language of the table has often.
const ARABIC_WORDS: &[&str] =
    &["في", "على", "إلى", "أن", "إن", "عن", "مع", "أو", "هذا", "هذه", "التي", "الذي", "ذلك", "قال", "كان", "لا", "لم"];

/// The languages that a word shows it may be of.
pub(super) fn languages_of(written: &str) -> Languages {
    let profiles = profiles();
    let mut spelt = String::new();
    let (word, mut signs) = match signs_of_common(written) {
        Some(signs) => (written, signs),
        None => {
            let signs = profiles.spell(written, &mut spelt);
            (&*spelt, signs)
        }
    };
    if word.len() <= profiles.longest {
        signs |= profiles.words.get(word).copied().unwrap_or(0);
    }
    if is_arabic(word) { signs | ARABIC } else { signs }
}

/// The language of a text in Arabic letters where it is not Arabic, by its words.
pub(crate) fn other_language(words: impl Iterator<Item = Languages>) -> Option<OtherLanguage> {
    let profiles = profiles();
    let mut counts = vec![0usize; profiles.languages.len()];
    let mut arabic = 0;
    words.take(WORDS_READ).for_each(|signs| {
        arabic += usize::from(signs & ARABIC != 0);
        if signs & !ARABIC != 0 {
            for (language, count) in counts.iter_mut().enumerate() {
                *count += usize::from(signs >> language & 1);
            }
        }
    });
    let (best, &count) = counts.iter().enumerate().max_by_key(|&(i, count)| (count, std::cmp::Reverse(i)))?;
    (count >= FEWEST_WORDS && count > arabic).then(|| profiles.languages[best])
}

/// A letter that all these languages write alike.
const fn is_common(c: char) -> bool {
    matches!(c, 'ء'..='غ' | 'ف'..='ي')
}

/// [`ARABIC`] for ta marbuta and an alef with hamza, which hardly any word of the other languages has.
const fn signs_of(letter: char) -> Languages {
    if matches!(letter, 'ة' | 'أ' | 'إ') { ARABIC } else { 0 }
}

/// What the letters of a word show if all of them are common ones.
fn signs_of_common(word: &str) -> Option<Languages> {
    let (letters, rest) = word.as_bytes().as_chunks();
    let of_letter = |&[lead, trail]: &[u8; 2]| match lead {
        0xd8..=0xdb => IN_ARABIC_BLOCK[in_arabic_block(lead, trail)],
        _ => 0,
    };
    let (all, any) = letters.iter().map(of_letter).fold((COMMON, 0), |(all, any), letter| (all & letter, any | letter));
    (rest.is_empty() && all == COMMON).then_some(any & !COMMON)
}

/// Beside the languages that a letter shows, that it is a common one. No language has this bit.
const COMMON: u8 = 1 << 6;

/// Of Unicode's block Arabic, which letters are common, and what these show.
static IN_ARABIC_BLOCK: [u8; 0x100] = {
    let mut signs = [0; 0x100];
    let mut at = 0;
    while at < signs.len() {
        let letter = char::from_u32(0x600 + at as u32).expect("no surrogate");
        if is_common(letter) {
            signs[at] = COMMON | signs_of(letter);
        }
        at += 1;
    }
    signs
};

/// The article, or ى at the end: what else hardly any word of the other languages has.
fn is_arabic(word: &str) -> bool {
    let bare = word.strip_prefix(['و', 'ف', 'ب', 'ك']).unwrap_or(word);
    let has_article = [word, bare].iter().any(|w| (w.starts_with("ال") || w.starts_with("لل")) && w.chars().nth(4).is_some());
    has_article || word.ends_with('ى')
}

impl Profiles {
    fn load() -> Profiles {
        let mut profiles = Profiles { languages: Vec::new(), letters: Vec::new(), words: FxHashMap::default(), longest: 0 };
        for row in include_str!("languages.tsv").lines().filter(|line| !line.starts_with('#')) {
            let mut columns = row.split('\t');
            let language = 1 << profiles.languages.len();
            profiles.languages.push(match columns.next().unwrap_or_default() {
                "fa" => Fa,
                "ur" => Ur,
                "ckb" => Ckb,
                "ps" => Ps,
                _ => Ug,
            });
            profiles.letters.extend(columns.next().unwrap_or_default().chars().map(|letter| (letter, language)));
            profiles.add_words(columns.next().unwrap_or_default().split(' '), language);
        }
        profiles.add_words(ARABIC_WORDS.iter().copied(), ARABIC);
        profiles
    }

    fn add_words(&mut self, words: impl Iterator<Item = &'static str>, language: Languages) {
        for word in words {
            *self.words.entry(word).or_default() |= language;
            self.longest = self.longest.max(word.len());
        }
    }

    /// Spells a word as the table does, into `spelt`: the languages that its letters show.
    fn spell(&self, word: &str, spelt: &mut String) -> Languages {
        spelt.clear();
        let mut signs = 0;
        for c in word.chars() {
            match c {
                _ if is_common(c) => {
                    signs |= signs_of(c);
                    spelt.push(c);
                }
                'ک' => spelt.push('ك'),
                'ی' => spelt.push('ي'),
                _ if matches!(fold_letter(c), Image::Mark | Image::Control) => {}
                _ => {
                    signs |= self.having(c);
                    spelt.push(c);
                }
            }
        }
        signs
    }

    /// The languages that have a letter.
    fn having(&self, letter: char) -> Languages {
        self.letters.iter().filter(|(l, _)| *l == letter).fold(0, |languages, (_, language)| languages | language)
    }
}

fn profiles() -> &'static Profiles {
    static PROFILES: LazyLock<Profiles> = LazyLock::new(Profiles::load);
    &PROFILES
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Block;
    use std::rc::Rc;

    #[track_caller]
    fn is(text: &str, language: Option<OtherLanguage>) {
        let blocks = Block::read_all(text.lines().zip(0..), &mut Rc::default());
        assert_eq!(other_language(blocks.iter().flat_map(Block::languages)), language, "{text}");
    }

    #[test]
    fn arabic_is_arabic_in_every_spelling() {
        is("قال وزير المالية سامر الحلبي إن بلاده خصصت نحو 3 ملايين دولار للإغاثة خلال عام 2020.", None);
        is("قال وزير الماليه سامر الحلبی ان بلاده خصصت ملايين الدولارات للاغاثه فی العام الماضی", None);
        is("اعلن نائب رئیس الحکومه ان الاتفاق سیوقع فی العاصمه یوم الاحد", None);
        is("وقالت شركة «پژوهش» إن سيارة ڤولڤو وصلت إلى چيزان، وإن گلاسگو تستضيف المؤتمر.", None);
        is("وصل رئيس الحكومة إلى المجلس.", None);
    }

    #[test]
    fn persian() {
        is("وزیر اقتصاد گفت که دولت برای بازسازی مدارس این استان بودجه‌ای را در نظر گرفته است و کار از ماه آینده شروع می‌شود.", Some(Fa));
        is("وزير نيرو گفته است كه آب اين شهر از سد تازه تأمين مي شود و مردم نبايد نگران باشند", Some(Fa));
    }

    #[test]
    fn urdu() {
        is("وزیر خزانہ نے کہا ہے کہ حکومت نے سکولوں کی مرمت کے لیے تین ارب روپے مختص کیے ہیں اور کام اگلے ماہ شروع ہو گا۔", Some(Ur));
    }

    #[test]
    fn central_kurdish() {
        is("وەزیری دارایی ڕایگەیاند کە حکومەت بڕی سێ ملیار دیناری بۆ نۆژەنکردنەوەی قوتابخانەکان تەرخان کردووە.", Some(Ckb));
    }

    #[test]
    fn pashto_and_uyghur() {
        is("د مالیې وزیر وویل چې حکومت د ښوونځیو د بیا رغونې لپاره درې میلیارده افغانۍ ځانګړې کړې دي.", Some(Ps));
        is("مالىيە مىنىستىرى ھۆكۈمەتنىڭ مەكتەپلەرنى رېمونت قىلىش ئۈچۈن ئۈچ مىليارد ئاجراتقانلىقىنى ئېيتتى.", Some(Ug));
    }

    #[test]
    fn a_quotation_makes_no_other_language() {
        is(
            "وكتبت الصحيفة على صفحتها الأولى «این خبر درست نیست که دولت از کار افتاده است»، وأضافت أن الوزارة ستنشر بياناً غداً عن الحادثة.",
            None,
        );
        is("", None);
        is("The minister said 3 millions.", None);
    }
}
