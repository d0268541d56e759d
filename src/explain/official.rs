//! An official: what makes the person one, by the text.

use super::change::changes;
use super::reason::{listed, quoted_list, words_of};
use crate::analysis::{Official, OfficialKind, ReasonCode};
use crate::annotated::Annotated;
use crate::wording::{Locale, Prose, texts};

/// Explains an official of `article`.
pub fn official<'t>(article: &Annotated<'t>, official: &Official, locale: Locale) -> Prose<'t> {
    let wording = match official.kind {
        OfficialKind::State => texts::OFFICIAL_STATE,
        OfficialKind::Igo => texts::OFFICIAL_IGO,
        OfficialKind::Party => texts::OFFICIAL_PARTY,
    };
    let mut prose = wording.fill(locale, &[("why", why(article, official, locale))]);
    prose.sentence(&changes(&official.changes, locale));
    prose
}

/// What else the article tells of the official with this index: further offices, other spellings of the name, how often it
/// stands there and how many claims are attributed to it.
pub(super) fn elsewhere<'t>(article: &Annotated<'t>, index: usize, locale: Locale) -> Prose<'t> {
    let analysis = article.analysis();
    let official = &analysis.officials[index];
    let told = words_of(article, &official.reasons, ReasonCode::Office);
    let offices = distinct(official.mentions.iter().filter_map(|m| m.office).map(|office| article.words(office)), &told);
    let spellings = distinct(official.mentions.iter().map(|m| article.words(m.range())), &[official.name.as_str()]);
    let attributed = analysis.claims.iter().filter(|c| c.attribution.official == Some(index)).count();

    let mut prose = Prose::new(locale);
    for (words, wording) in [(offices, texts::OFFICIAL_OTHER_OFFICES), (spellings, texts::OFFICIAL_OTHER_SPELLINGS)] {
        if !words.is_empty() {
            prose.sentence(&wording.fill(locale, &[("words", quoted_list(&words, locale))]));
        }
    }
    let counts = [texts::MENTIONS_COUNTED.count(locale, official.mentions.len()), texts::ATTRIBUTED_COUNTED.count(locale, attributed)];
    let [mentions, claims] = counts.map(|count| Prose::ours(locale, count));
    prose.sentence(&texts::OFFICIAL_COUNTS.fill(locale, &[("mentions", mentions), ("claims", claims)]));
    prose
}

/// Each of some words once, without those already told.
fn distinct<'t>(words: impl Iterator<Item = &'t str>, told: &[&str]) -> Vec<&'t str> {
    let mut found = Vec::new();
    for words in words {
        if !told.contains(&words) && !found.contains(&words) {
            found.push(words);
        }
    }
    found
}

fn why<'t>(article: &Annotated<'t>, official: &Official, locale: Locale) -> Prose<'t> {
    // The plainest evidence first: an office beside the name says more than a list of ours.
    let office = words_of(article, &official.reasons, ReasonCode::Office);
    if !office.is_empty() {
        return texts::WHY_OFFICE.fill(locale, &[("words", quoted_list(&office, locale))]);
    }
    if official.reasons.iter().any(|reason| reason.code == ReasonCode::KnownHolder) {
        return texts::WHY_KNOWN_HOLDER.fill(locale, &[]);
    }
    match listed(article, &official.reasons, &[], locale) {
        Some(reasons) => texts::WHY_OTHER.fill(locale, &[("reasons", reasons)]),
        None => texts::WHY_ELSEWHERE.fill(locale, &[]),
    }
}

#[cfg(test)]
mod tests {
    use crate::OffsetUnit;
    use crate::annotated::Annotated;
    use crate::explain::explain;
    use crate::wording::Locale;

    #[test]
    fn a_card_tells_offices_spellings_and_counts() {
        let text = "قال وزير المالية سامر الحلبي إن العجز ارتفع. وأضاف الحلبي أن الدين بلغ 40 مليون دولار. وعاد النائب سامر الحلبي.";
        let article = Annotated::read(text, OffsetUnit::Byte);
        let [card] = &explain(&article, Locale::ARABIC).officials[..] else { panic!("one official") };
        for told in ["«وزير المالية»", "«النائب»", "«الحلبي»", "ذُكر 3 مرات", "ادّعاءان منسوبان إليه"]
        {
            assert!(card.contains(told), "{told} in {card}");
        }
    }
}
