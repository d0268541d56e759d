//! Telling Arabic from other languages in Arabic letters, by letters that Arabic does not have and by frequent words.

use super::letters::{Letter, fold_letter};
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

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

struct Profile {
    language: OtherLanguage,
    letters: &'static str,
    words: Vec<&'static str>,
}

/// More words than these say nothing new.
const WORDS_READ: usize = 3000;
/// Fewer words of another language are a name or a quotation.
const FEWEST_WORDS: usize = 3;
/// Words that no other language of the table has often.
const ARABIC_WORDS: &[&str] =
    &["في", "على", "إلى", "أن", "إن", "عن", "مع", "أو", "هذا", "هذه", "التي", "الذي", "ذلك", "قال", "كان", "لا", "لم"];

/// The language of a text in Arabic letters where it is not Arabic. Linear, and no longer than a few thousand words.
pub fn other_language(text: &str) -> Option<OtherLanguage> {
    let profiles = profiles();
    let mut counts = vec![0usize; profiles.len()];
    let mut arabic = 0;
    let mut word = String::new();
    for written in text.split(|c: char| !is_letter(c)).filter(|w| !w.is_empty()).take(WORDS_READ) {
        word.clear();
        word.extend(written.chars().filter(|&c| !matches!(fold_letter(c), Letter::Mark | Letter::Control)).map(|c| match c {
            'ک' => 'ك',
            'ی' => 'ي',
            _ => c,
        }));
        arabic += usize::from(is_arabic(&word));
        for (count, profile) in counts.iter_mut().zip(profiles) {
            *count += usize::from(profile.words.contains(&word.as_str()) || word.contains(|c| profile.letters.contains(c)));
        }
    }
    let (best, &count) = counts.iter().enumerate().max_by_key(|&(i, count)| (count, std::cmp::Reverse(i)))?;
    (count >= FEWEST_WORDS && count > arabic).then(|| profiles[best].language)
}

/// A letter, or what is written on or between letters: other languages part a word's halves by a zero-width non-joiner.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(fold_letter(c), Letter::Mark) || ('\u{200c}'..='\u{200d}').contains(&c)
}

/// The article, ta marbuta, a hamza on or under alef: what hardly any word of the other languages has.
fn is_arabic(word: &str) -> bool {
    let bare = word.strip_prefix(['و', 'ف', 'ب', 'ك']).unwrap_or(word);
    let has_article = [word, bare].iter().any(|w| (w.starts_with("ال") || w.starts_with("لل")) && w.chars().count() > 4);
    has_article || word.contains(['ة', 'أ', 'إ']) || word.ends_with('ى') || ARABIC_WORDS.contains(&word)
}

fn profiles() -> &'static [Profile] {
    static PROFILES: OnceLock<Vec<Profile>> = OnceLock::new();
    PROFILES.get_or_init(|| {
        let rows = include_str!("languages.tsv").lines().filter(|line| !line.starts_with('#'));
        rows.filter_map(|row| {
            let mut columns = row.split('\t');
            let language = match columns.next()? {
                "fa" => Fa,
                "ur" => Ur,
                "ckb" => Ckb,
                "ps" => Ps,
                _ => Ug,
            };
            Some(Profile { language, letters: columns.next()?, words: columns.next()?.split(' ').collect() })
        })
        .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is(text: &str, language: Option<OtherLanguage>) {
        assert_eq!(other_language(text), language, "{text}");
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
