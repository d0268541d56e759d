//! Funding frames: which amounts are funding, and who gives what to whom, what for and when.

mod agreement;
mod antecedents;
mod ascent;
mod budget_period;
mod complements;
mod continuation;
mod cost;
mod doer;
mod earlier_sum;
mod figure_words;
mod frame;
mod government;
mod neighbours;
mod only_party;
mod opening_purpose;
mod passage;
mod payer;
mod period;
mod roles;
mod same_money;
mod slots;
mod subject;
mod sum_period;
mod told;

use crate::amounts::Amount;
use crate::analysis::{FigureKind, Phase};
use crate::document::{Document, Place};
use crate::officials::{Named, Person};
use crate::order::sort_by_number;
use crate::text::{Clitics, Phrase, Span, Tokens};
use antecedents::Antecedents;
use budget_period::carry_budget_period;
use continuation::{carry_on, take_up_again};
use cost::is_contract;
use frame::{Frame, Part, Role, Trigger, WEAK_NOUN};
use government::{Government, govern};
use opening_purpose::opening_purpose;
use passage::Passage;
use payer::carry_parties;
use slots::Slots;

/// An amount and its frame. The slots of an amount that is not funding are empty.
#[derive(Clone, Copy, Debug)]
pub struct Framed<'a> {
    pub amount: &'a Amount,
    pub kind: FigureKind,
    pub donor: Option<Place>,
    pub recipient: Option<Place>,
    pub purpose: Option<Place>,
    pub period: Option<Place>,
    /// Through whom it goes.
    pub intermediary: Option<Place>,
    pub phase: Option<Phase>,
    /// The words that make it what it is.
    pub decisive: Option<Place>,
}

/// The word that made a sum what it is.
#[derive(Clone, Copy)]
struct Deciding {
    /// Its number in the table.
    row: usize,
    /// The sentence before may tell who gives.
    may_carry_on: bool,
    /// It is said as what is done further, by whom need not be said again.
    goes_on: bool,
    allocates: bool,
    /// It tells what a work costs.
    costs: bool,
    /// It takes up money that was told of before.
    resumes: bool,
    /// It is told of who gets the money, or what he gets («تلقت», «حصلت على»).
    receives: bool,
    /// It is a gift or a loan, or a share of one.
    gives: bool,
    /// It is said to be a part of money that was told of before: «ومن هذا المبلغ 5 ملايين».
    part_of_told: bool,
}

/// Frames every amount of the document.
pub fn find<'a>(document: &Document, amounts: &'a [Amount], people: &[Person]) -> Vec<Framed<'a>> {
    let mut framed: Vec<Framed> = Vec::with_capacity(amounts.len());
    let mut deciding = Vec::with_capacity(amounts.len());
    // Without an office beside it, less speaks for a name.
    let names = Named::of(people.iter().filter(|person| person.office.is_some()));
    let mut rest = amounts;
    while let [first, others @ ..] = rest {
        let block = first.place.block();
        let sentence = document.blocks[block].sentence_of(first.place.phrase.tokens.start as usize);
        let stands_here = |a: &&Amount| a.place.block() == block && sentence.contains(a.place.phrase.tokens.start);
        let (here, behind) = rest.split_at(1 + others.iter().take_while(stands_here).count());
        rest = behind;
        let next = behind.first().map(|amount| amount.place);
        let scope = Place::new(block, Phrase::whole(sentence));
        frame_passage(document, scope, names.within(scope), here, next, &mut framed, &mut deciding);
    }
    same_money::complete(document, &mut framed, &deciding);
    carry_on(document, &mut framed, &deciding);
    carry_parties(document, &mut framed, &deciding);
    only_party::carry_only_party(document, &mut framed, &deciding);
    carry_budget_period(document, &mut framed, &deciding);
    name_in_full(document, &mut framed);
    name_people_whole(people, &mut framed);
    framed
}

/// Frames the amounts of one sentence, in which `names` stand; `next` is the first amount after it.
fn frame_passage<'a>(
    document: &Document,
    scope: Place,
    names: &[(usize, Span<Tokens>)],
    amounts: &'a [Amount],
    next: Option<Place>,
    framed: &mut Vec<Framed<'a>>,
    deciding: &mut Vec<Option<Deciding>>,
) {
    let (block, sentence) = (scope.block(), scope.phrase.tokens);
    let sums: Vec<Span<Tokens>> = amounts.iter().map(|a| a.place.phrase.tokens).collect();
    let around: Vec<Span<Tokens>> =
        amounts.iter().filter_map(|a| a.approx.map(|p| p.phrase.tokens)).filter(|&t| sentence.covers(t)).collect();
    let passage = Passage::read(document, block, sentence, names, sums, &around);
    let mut before: Option<(Government, Slots)> = None;
    let last = amounts.len() - 1;
    for (i, amount) in amounts.iter().enumerate() {
        if let Some((government, slots)) = before.as_ref().filter(|_| passage.is_conversion(i)) {
            framed.push(frame_of(&passage, amount, government, slots));
            deciding.push(deciding_word(&passage, i, government));
            continue;
        }
        let government = govern(&passage, i, before.as_ref().map(|(government, _)| government));
        let mut slots = if government.funding && !government.inherited { slots::fill(&passage, i, &government) } else { Slots::default() };
        if let Some((above, earlier)) = before.as_ref().filter(|(above, _)| above.funding && government.funding) {
            earlier_sum::take_over(&passage, i, &government, above, earlier, &mut slots);
        }
        let gives = government.decisive.is_some_and(|i| is_giving(&passage.triggers[i]));
        if government.funding && gives {
            slots.purpose = slots.purpose.or_else(|| opening_purpose(&passage));
            slots.donor = slots.donor.or_else(|| subject::opening_subject(&passage)).filter(|donor| slots.recipient != Some(*donor));
        }
        if government.funding && !government.inherited {
            let receives = government.decisive.map(|i| passage.triggers[i].frame).is_some_and(Frame::is_receiving);
            let slot = if receives { &mut slots.recipient } else { &mut slots.donor };
            *slot = slot.or_else(|| doer::doer(&passage, i));
            slots.donor = slots.donor.filter(|donor| slots.recipient != Some(*donor));
        }
        let mut figure = frame_of(&passage, amount, &government, &slots);
        if government.funding && i == last {
            let named = government.decisive.map(|i| &passage.triggers[i]).filter(|word| word.is_nominal());
            let named = named.map(|word| passage.words.block().word(word.start())).map(|word| word.strip_suffix("ها").unwrap_or(word));
            let named = named.map(|word| word.trim_end_matches('ا'));
            take_up_again(document, block, sentence, next, named, &mut figure);
        }
        framed.push(figure);
        deciding.push(deciding_word(&passage, i, &government));
        before = Some((government, slots));
    }
}

fn deciding_word(passage: &Passage, sum: usize, government: &Government) -> Option<Deciding> {
    let word = government.decisive.map(|i| &passage.triggers[i])?;
    // «430 مليونا مخصصة للتعليم»: of money that was given before.
    let shares = word.part == Part::Participle && word.start() == passage.behind_conversion(sum) && word.clitics == Clitics::NONE;
    Some(Deciding {
        row: word.row,
        may_carry_on: (is_giving(word) || shares) && !subject::has_subject_of_its_own(passage),
        goes_on: subject::goes_on_telling(passage, word) || shares,
        gives: (word.frame.has_giver() || shares) && (word.part != Part::Verb || subject::goes_on_telling(passage, word)),
        receives: word.frame.is_receiving(),
        part_of_told: shares || continuation::is_part_of_told(passage, sum),
        costs: word.part == Part::Noun && (word.frame.bare[0] == Some(Role::Purpose) || is_work(word)),
        allocates: word.frame.phase == Some(Phase::Allocated),
        resumes: same_money::resumes(passage, government),
    })
}

/// A work, a plan or the contract for one.
fn is_work(word: &Trigger) -> bool {
    word.frame.weight <= WEAK_NOUN && (word.frame.itself == Some(Role::Purpose) || is_contract(word))
}

/// Somebody gives, said or not: the word has a place for him, tells of money that has gone out, or of what an act costs
/// («بتكلفة»). What a thing costs and what somebody needs has no giver.
fn is_giving(word: &Trigger) -> bool {
    word.frame.has_giver() || word.frame.phase == Some(Phase::Disbursed) || word.clitics.has(Clitics::BI)
}

/// «الصندوق» becomes the fund named in full before it.
fn name_in_full(document: &Document, framed: &mut [Framed]) {
    let slots = |f: &Framed| [f.donor, f.recipient, f.purpose, f.intermediary];
    let antecedents = Antecedents::read(document, framed.iter().flat_map(slots).flatten());
    for figure in framed {
        for slot in [&mut figure.donor, &mut figure.recipient, &mut figure.purpose, &mut figure.intermediary] {
            if let Some(full) = slot.and_then(|short| antecedents.resolve(short)) {
                *slot = Some(full);
            }
        }
    }
}

/// A slot that names a person takes the whole mention, office and name.
fn name_people_whole(people: &[Person], framed: &mut [Framed]) {
    if framed.iter().all(|f| f.kind == FigureKind::Other) {
        return;
    }
    let mut mentions: Vec<Place> = people.iter().flat_map(|p| &p.mentions).map(|m| m.whole()).collect();
    let mut names: Vec<Place> = people.iter().flat_map(|p| &p.mentions).map(|m| m.name()).collect();
    sort_by_number(&mut names, |m: &Place| m.order());
    sort_by_number(&mut mentions, |m| m.order());
    for figure in framed {
        // «دفع 3 ملايين دولار لسامر الحلبي»: a person is no purpose.
        if figure.recipient.is_none()
            && let Some(purpose) = figure.purpose
            && is_mention(&mentions, purpose)
        {
            figure.recipient = figure.purpose.take();
        }
        for place in [&mut figure.donor, &mut figure.recipient, &mut figure.intermediary].into_iter().flatten() {
            let tokens = place.phrase.tokens;
            let next = mentions.partition_point(|m| (m.block(), m.phrase.tokens.end) <= (place.block(), tokens.start));
            let mention = mentions.get(next).filter(|m| m.block() == place.block() && m.phrase.tokens.overlaps(tokens));
            // «النادي» of «سامر الحلبي رئيس النادي» is the club.
            let is_the_body = |m: &Place| m.phrase.tokens.start < tokens.start && !overlaps_one_of(&names, *place);
            if let Some(mention) = mention.filter(|m| !tokens.covers(m.phrase.tokens) && !is_the_body(m)) {
                let outside = if mention.phrase.tokens.start < tokens.start { mention.phrase.outside } else { place.phrase.outside };
                place.phrase = Phrase::new(tokens.join(mention.phrase.tokens), outside);
            }
        }
    }
}

/// `place` has words of one of `names`, which stand in the order of the text.
fn overlaps_one_of(names: &[Place], place: Place) -> bool {
    let tokens = place.phrase.tokens;
    let next = names.partition_point(|m| (m.block(), m.phrase.tokens.end) <= (place.block(), tokens.start));
    names.get(next).is_some_and(|m| m.block() == place.block() && m.phrase.tokens.overlaps(tokens))
}

/// The whole of `place` is a mention or a part of one; `mentions` in the order of the text.
fn is_mention(mentions: &[Place], place: Place) -> bool {
    let tokens = place.phrase.tokens;
    let next = mentions.partition_point(|m| (m.block(), m.phrase.tokens.end) <= (place.block(), tokens.start));
    mentions.get(next).is_some_and(|m| m.block() == place.block() && m.phrase.tokens.covers(tokens))
}

/// How far the money has come: what is pledged («تعهد بتقديم») or will be given («ستقدم») is not given yet.
fn phase_of(passage: &Passage, government: &Government) -> Option<Phase> {
    let words = government.chain.iter().map(|&i| &passage.triggers[i]);
    let pledged = words.clone().any(|word| word.frame.phase == Some(Phase::Pledged));
    let nearest = words.clone().find_map(|word| word.frame.phase)?;
    let will_be = words.clone().any(|word| {
        let before = passage.words.block().word_at(word.start().wrapping_sub(1));
        word.clitics.has(Clitics::SA) || before == "سوف"
    });
    Some(if pledged || (will_be && nearest == Phase::Disbursed) { Phase::Pledged } else { nearest })
}

fn frame_of<'a>(passage: &Passage, amount: &'a Amount, government: &Government, slots: &Slots) -> Framed<'a> {
    let place = |phrase: Option<Phrase>| phrase.map(|p| passage.place(p));
    let decisive = government.decisive.map(|i| &passage.triggers[i]);
    let phase = if government.funding { phase_of(passage, government) } else { None };
    Framed {
        amount,
        kind: if government.funding { FigureKind::Funding } else { FigureKind::Other },
        donor: place(slots.donor),
        recipient: place(slots.recipient),
        purpose: place(slots.purpose),
        period: place(slots.period),
        intermediary: place(slots.channel),
        phase,
        decisive: decisive.map(|t| passage.place(Phrase::new(t.tokens, t.outside))),
    }
}
