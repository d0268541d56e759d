//! What a short definite phrase stands for: «الصندوق» for the fund named in full before it.

use super::figure_words::{FigureWord, figure_word, is_antecedent, sum_word};
use crate::document::{Document, Place};
use crate::lexicon::topic;
use crate::phrases::{Class, Extent, NounKind, Words, noun_phrase};
use crate::text::{Block, Clitics, Phrase, Span, Tokens};
use rustc_hash::FxHashMap;

/// The full names of organisations, people and projects of a document, by their first words.
pub struct Antecedents<'d> {
    document: &'d Document<'d>,
    /// By the stem of the head (without the article), in the order of the text.
    named: FxHashMap<&'d str, Vec<Place>>,
}

impl<'d> Antecedents<'d> {
    /// What some phrases may stand for; those among them that are not short are left out of account.
    pub fn read(document: &'d Document<'d>, phrases: impl Iterator<Item = Place>) -> Antecedents<'d> {
        let mut named: FxHashMap<&str, Vec<Place>> = FxHashMap::default();
        // Most words end in none of the letters that the stems end in.
        let mut endings = [false; 256];
        // What stands behind the last of the phrases is named too late.
        let mut blocks = 0;
        for place in phrases {
            let Some(stem) = short_head(document, place) else { continue };
            stem.bytes().next_back().inspect(|&last| endings[usize::from(last)] = true);
            named.insert(stem, Vec::new());
            blocks = blocks.max(place.block() + 1);
        }
        for (block, read) in document.blocks.iter().enumerate().take(blocks) {
            let shadow = read.folded.shadow.as_bytes();
            let ends_so = |at: &usize| endings[usize::from(shadow[read.tokens()[*at].span.end as usize - 1])];
            for &sentence in &read.sentences {
                let mut words = None;
                for at in sentence.range().filter(ends_so) {
                    let word = read.word(at);
                    let may_head = read.may_begin(topic::NOUN_KINDS, at) || is_antecedent(stem(word, 0));
                    if !may_head || !CLITICS.iter().any(|&outside| named.contains_key(stem(word, outside))) {
                        continue;
                    }
                    let words = words.get_or_insert_with(|| Words::read(read, sentence));
                    let head = words.at(at);
                    let attached = head.clitics.has(Clitics::LI.with(Clitics::AL));
                    if attached || (head.kind != Some(NounKind::Body) && !is_antecedent(stem(word, 0))) {
                        continue;
                    }
                    // «مساهمات المملكة الشهرية»: the adjective may be that of the noun before.
                    let before = words.at(at.wrapping_sub(1));
                    if head.clitics.has(Clitics::AL) && before.class == Class::Noun && !before.is_closed() {
                        continue;
                    }
                    // «أعلنت الوزارة القرار»: what does not agree describes nothing.
                    if head.clitics.has(Clitics::AL) && word.ends_with('ه') && !read.word_at(at + 1).ends_with('ه') {
                        continue;
                    }
                    // A work is named by what is done: «مشروع تحسين وتجميل المداخل».
                    let extent = if head.kind == Some(NounKind::Body) { Extent::Name } else { Extent::Activity };
                    let Some(np) = noun_phrase(words, at, extent) else { continue };
                    // «برنامج الحماية الاجتماعية ومنحة»: what is indefinite behind و is no part of a name.
                    let another = |i: &usize| {
                        let word = words.at(*i);
                        let done = word.kind == Some(NounKind::Activity) && !word.clitics.has(Clitics::PRONOUN);
                        word.has_conjunction() && !word.clitics.has(Clitics::AL) && !done
                    };
                    let end = (at + 1..np.end()).find(another).unwrap_or(np.end());
                    let phrase = Phrase::new(Span::of(np.tokens().start as usize..end), np.phrase.outside);
                    // The article alone does not name; an adjective or a genitive does, if it is definite: «شركة صينية» is any.
                    let definite = phrase.tokens.range().any(|i| words.at(i).is_closed());
                    if phrase.tokens.len() > 1
                        && definite
                        && let Some(places) = named.get_mut(stem(word, head.outside))
                    {
                        places.push(Place::new(block, phrase));
                    }
                }
            }
        }
        Antecedents { document, named }
    }

    /// The full name that a short definite phrase («الجمعية», «هذه المؤسسات») stands for: the last before it.
    pub fn resolve(&self, place: Place) -> Option<Place> {
        let full = self.named.get(short_head(self.document, place)?)?;
        let key = (place.block(), place.phrase.tokens.start);
        let before = full.partition_point(|p| (p.block(), p.phrase.tokens.end) <= key);
        full.get(before.checked_sub(1)?).copied()
    }
}

/// The stem of the noun that a short definite phrase consists of.
fn short_head<'d>(document: &'d Document<'d>, place: Place) -> Option<&'d str> {
    let block = &document.blocks[place.block()];
    let tokens = place.phrase.tokens;
    // «هذا» or what is done with it, and the noun.
    if tokens.len() > 2 {
        return None;
    }
    let words = Words::read(block, tokens);
    // «تنفيذ المشروع», «إنشاء الجسر»: of the work itself.
    let carried_out = figure_word(block.word(tokens.start as usize)) == Some(FigureWord::CarryingOut);
    let start = tokens.start as usize + usize::from(carried_out && tokens.len() == 2);
    let demonstrative = words.at(start).class == Class::Demonstrative;
    let at = start + usize::from(demonstrative);
    let head = words.at(at);
    if at + 1 != tokens.end as usize || !head.clitics.has(Clitics::AL) {
        return None;
    }
    let stem = stem(block.word(at), head.outside);
    // Everybody knows which government is meant.
    let known = !demonstrative && matches!(stem, "حكومه" | "دوله");
    (!known).then_some(stem)
}

/// Bytes of the clitics a noun may have before its article: none, one letter, two.
const CLITICS: [u8; 3] = [0, 2, 4];

fn stem(word: &str, outside: u8) -> &str {
    let word = word.get(usize::from(outside)..).unwrap_or_default();
    word.strip_prefix("ال").or_else(|| word.strip_prefix("ل")).unwrap_or(word)
}

/// «هذا المبلغ», «المبلغ الإجمالي» at `at`: the sum that was told of before, not «قرض الصندوق».
pub fn is_told_sum(words: &Words, at: usize) -> bool {
    let demonstrative = words.at(at).class == Class::Demonstrative;
    let sum = at + usize::from(demonstrative);
    sum_word(words.block().word_at(sum)).is_some_and(|sort| demonstrative || sort == FigureWord::Money)
}

/// A phrase that takes up a sum again: «هذه الأموال», «المبلغ», or what the sum was called (`named`) with the article; its place in a
/// sentence.
pub fn resumption(block: &Block, sentence: Span<Tokens>, named: Option<&str>) -> Option<Phrase> {
    let is_sum = |word: &str| CLITICS.iter().any(|&outside| word.get(usize::from(outside)..).and_then(sum_word).is_some());
    let may_resume = |word: &str| named.is_some_and(|named| word.ends_with(named)) || is_sum(word);
    if !sentence.range().any(|at| may_resume(block.word(at))) {
        return None;
    }
    let called_a_sum = named.and_then(figure_word).is_some_and(FigureWord::is_sum);
    let words = &Words::read(block, sentence);
    for at in sentence.range() {
        let word = words.at(at);
        if word.class != Class::Noun || !word.clitics.has(Clitics::AL) {
            continue;
        }
        let bare = &block.word(at)[usize::from(word.outside)..];
        let demonstrative = at > words.start() && words.at(at - 1).class == Class::Demonstrative;
        let again = named.is_some_and(|named| stem(bare, 0) == named);
        let resumes = |sort| match sort {
            FigureWord::Money => true,
            // «اتفاقية تمويل بقيمة …. وسيوجه القرض إلى …»
            FigureWord::Grant => demonstrative || called_a_sum,
            _ => demonstrative,
        };
        if (again || sum_word(bare).is_some_and(resumes)) && !words.at(at + 1).clitics.has(Clitics::AL) {
            let start = if demonstrative { at - 1 } else { at };
            return Some(Phrase::whole(Span::of(start..at + 1)));
        }
    }
    None
}
