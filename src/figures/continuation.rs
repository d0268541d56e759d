//! What the sentences behind a sum add to it, and what later sums need not say again.

use super::antecedents::{is_told_sum, resumption};
use super::complements::Complements;
use super::frame::{AIM, Part, Trigger};
use super::government::govern;
use super::passage::Passage;
use super::same_money::names_same;
use super::slots::Slots;
use super::{Deciding, Framed, slots};
use crate::analysis::FigureKind;
use crate::document::{Document, Place};
use crate::lexicon::topic;
use crate::text::{Clitics, Phrase, Span, Tokens};

/// The next sentence may say more of the same money: «وزعت الوكالة هذه الأموال على …».
/// `named` is the word that made the sum what it is.
pub fn take_up_again(
    document: &Document,
    block: usize,
    sentence: Span<Tokens>,
    amount: Option<Place>,
    named: Option<&str>,
    figure: &mut Framed,
) {
    let here = &document.blocks[block].sentences;
    let next_here = here.get(here.partition_point(|s| s.start < sentence.end)).map(|&s| (block, s));
    let next = next_here.or_else(|| document.blocks.get(block + 1).and_then(|b| b.sentences.first()).map(|&s| (block + 1, s)));
    let Some((block, sentence)) = next else { return };
    // A sentence with sums of its own tells of those.
    if amount.is_some_and(|next| next.block() == block && sentence.contains(next.phrase.tokens.start)) {
        return;
    }
    let Some(sum) = resumption(&document.blocks[block], sentence, named) else { return };
    let passage = Passage::read(document, block, sentence, &[], vec![sum.tokens], &[]);
    let government = govern(&passage, 0, None);
    let mut slots = slots::fill(&passage, 0, &government);
    slots.complete(&aim_of(&passage));
    let place = |phrase: Option<Phrase>| phrase.map(|p| passage.place(p));
    if figure.donor.is_some() {
        figure.intermediary = figure.intermediary.or(place(slots.donor));
    }
    figure.donor = figure.donor.or(place(slots.donor));
    figure.recipient = figure.recipient.or(place(slots.recipient));
    figure.purpose = figure.purpose.or(place(slots.purpose));
    figure.period = figure.period.or(place(slots.period));
}

/// «ويهدف القرض إلى إصلاح …», «هذه المنحة ستستخدم في تدريب …»: what the sum of the passage is for, by a verb before it or behind it.
fn aim_of(passage: &Passage) -> Slots {
    let words = &passage.words;
    let (start, mut at) = (passage.sums[0].start as usize, passage.sums[0].end as usize);
    let aims = |at: usize| words.block().match_at(topic::AIMS, at, Clitics::CONJUNCTION.with(Clitics::SA)).is_some();
    let mut slots = Slots::default();
    let behind = aims(at);
    if behind || (start > words.start() && aims(start - 1)) {
        at += usize::from(behind);
        let tokens = Span::of(at..at);
        let aim = Trigger { tokens, frame: &AIM, part: Part::Noun, row: usize::MAX, clitics: Clitics::AL, outside: 0 };
        Complements { passage, sum: start, slots: &mut slots }.of(&aim);
    }
    slots
}

/// A sentence or two that go on about what somebody gives need not say again who («وتم توزيع …», «كما أنفق …»), nor do those
/// about the same kind of money, nor these to whom.
pub fn carry_on(document: &Document, framed: &mut [Framed], deciding: &[Option<Deciding>]) {
    let mut last: Option<(usize, Framed)> = None;
    for (i, figure) in framed.iter_mut().enumerate().filter(|(_, f)| f.kind == FigureKind::Funding) {
        if let Some((at, before)) = &last
            && figure.amount.place.block() - before.amount.place.block() <= 1
        {
            let row = |i: usize| deciding[i].map(|word| word.row);
            if deciding[i].is_some_and(|word| word.may_carry_on && (word.goes_on || row(i) == row(*at))) {
                figure.donor = figure.donor.or(before.donor);
            }
            // «لتكون غانا قد تلقت 3 مليارات»: of the money that she was said to get.
            let same = |a: Option<Place>, b: Option<Place>| a.zip(b).is_some_and(|(a, b)| names_same(document, a, b));
            if deciding[i].is_some_and(|word| word.receives) && same(figure.recipient, before.recipient) {
                figure.donor = figure.donor.or(before.donor);
            }
            if deciding[i].is_some_and(|word| word.part_of_told) {
                figure.donor = figure.donor.or(before.donor);
                figure.recipient = figure.recipient.or(before.recipient);
            }
            // Other purposes of the same recipient; of a sum that has only a recipient, one with only a purpose is the counterpart.
            if row(i) == row(*at) && figure.purpose.is_some() && figure.purpose != before.purpose && before.purpose.is_some() {
                figure.recipient = figure.recipient.or(before.recipient);
            }
        }
        // What is said of somebody else's gift does not end the tale of the first.
        let donor = figure.donor.or_else(|| last.as_ref().and_then(|(_, before)| before.donor));
        last = Some((i, Framed { donor, ..*figure }));
    }
}

/// «ومن هذا المبلغ تقدم الوكالة 5 ملايين», «يسهم البنك بـ5 ملايين من المبلغ الإجمالي»: the sum is a part of one told of before.
pub fn is_part_of_told(passage: &Passage, sum: usize) -> bool {
    let words = &passage.words;
    let (start, end) = (words.start(), passage.sums[0].start as usize);
    let behind = passage.sums[sum].end as usize;
    let opens = (start..end.min(start + 3)).find(|&at| matches!(words.block().word(at), "من" | "ومن"));
    let of = opens.or_else(|| (words.block().word_at(behind) == "من").then_some(behind));
    of.is_some_and(|of| is_told_sum(words, of + 1))
}
