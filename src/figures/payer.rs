//! Who pays what a work costs and who gets it: a report on works names the organisation that has them done and the contractor
//! once, and what they cost further down.

use super::agreement::{contractors_at, signs_contract};
use super::doer::{Act, act_at, acting};
use super::frame::{Part, Role, Trigger};
use super::passage::Passage;
use super::same_money::shadow;
use super::{Deciding, Framed};
use crate::analysis::FigureKind;
use crate::document::{Document, Place};
use crate::lexicon::topic;
use crate::order::sort_by_number;
use crate::phrases::{Class, NounKind, Words};
use crate::short_form::one_in_other;
use crate::text::{Block, Clitics};

/// Gives costs of which no sentence says who pays or gets them the one organisation or country that is said before them to give or
/// to carry out works, and the one contractor. Where there are two, the text leaves it open.
pub fn carry_parties(document: &Document, framed: &mut [Framed], deciding: &[Option<Deciding>]) {
    let costs = |f: &Framed, word: &Option<Deciding>| f.kind == FigureKind::Funding && word.is_some_and(|word| word.costs);
    let lacks = |f: &Framed, word: &Option<Deciding>| costs(f, word) && (f.donor.is_none() || f.recipient.is_none());
    let Some(last) = framed.iter().zip(deciding).rposition(|(f, word)| lacks(f, word)) else { return };
    let (doers, contractors) = parties(document, framed[last].amount.place);
    // Who lends or donates carries out no works.
    let spends = |word: &Option<Deciding>| word.is_some_and(|word| word.costs || word.allocates);
    let said = |of: fn(&Framed) -> Option<Place>| {
        let given = framed[..last].iter().zip(deciding).filter(|(_, word)| spends(word)).filter_map(|(f, _)| of(f));
        given.filter(|&place| is_body(document, place)).collect::<Vec<Place>>()
    };
    let mut payers = Named::of(document, [doers, said(|f| f.donor)].concat());
    let mut paid = Named::of(document, [contractors, said(|f| f.recipient)].concat());
    for (figure, word) in framed.iter_mut().zip(deciding).take(last + 1) {
        let (payer, contractor) = (payers.only_before(figure.amount.place), paid.only_before(figure.amount.place));
        if costs(figure, word) {
            figure.donor = figure.donor.or(payer.filter(|&payer| figure.recipient != Some(payer)));
            figure.recipient = figure.recipient.or(contractor.filter(|&contractor| figure.donor != Some(contractor)));
        }
    }
}

/// Who is named in a part of a text, up to where it has been looked through.
pub struct Named<'d> {
    document: &'d Document<'d>,
    /// In the order of the text, the next first.
    places: std::iter::Peekable<std::vec::IntoIter<Place>>,
    /// The fullest name so far, folded, and where it stands.
    one: Option<(Place, String)>,
    several: bool,
}

impl<'d> Named<'d> {
    pub fn of(document: &'d Document<'d>, mut places: Vec<Place>) -> Named<'d> {
        sort_by_number(&mut places, |place| place.order());
        Named { document, places: places.into_iter().peekable(), one: None, several: false }
    }

    /// The only one named before `here`.
    pub fn only_before(&mut self, here: Place) -> Option<Place> {
        while let Some(place) = self.places.next_if(|place| place.order() < here.order()) {
            let name = shadow(self.document, place);
            match &self.one {
                Some((_, known)) if !one_in_other(bare(known), bare(&name)) => self.several = true,
                Some((_, known)) if known.len() >= name.len() => {}
                _ => self.one = Some((place, name)),
            }
        }
        self.one.as_ref().map(|&(place, _)| place).filter(|_| !self.several)
    }
}

/// «الجمعية» is «جمعية الرحمة» in short.
fn bare(name: &str) -> &str {
    name.strip_prefix("ال").unwrap_or(name)
}

pub fn is_body(document: &Document, place: Place) -> bool {
    let words = Words::read(&document.blocks[place.block()], place.phrase.tokens);
    let head = words.at(words.start());
    matches!(head.kind, Some(NounKind::Body | NounKind::Quantity)) || head.class == Class::Place
}

/// The organisations and countries that carry out works, and the companies that works are given to, in the sentences up to the last
/// sum in want of either.
fn parties(document: &Document, last: Place) -> (Vec<Place>, Vec<Place>) {
    let (mut doers, mut contractors) = (Vec::new(), Vec::new());
    for (index, block) in document.blocks.iter().enumerate().take(last.block() + 1) {
        for &sentence in block.sentences.iter().filter(|sentence| sentence.range().any(|at| may_tell(block, at))) {
            let passage = Passage::read(document, index, sentence, &[], Vec::new(), &[]);
            // «نفذت البلدية المشروع بتمويل من …»: who carries it out does not pay.
            let financed = passage.triggers.iter().any(is_financing);
            for at in sentence.range().filter(|&at| may_tell(block, at)) {
                if !financed && (act_at(&passage, at) == Some(Act::Works) || signs_contract(&passage, at)) {
                    doers.extend(acting(&passage, at).map(|np| passage.place(np.phrase)));
                }
                contractors.extend(contractors_at(&passage, at).into_iter().map(|phrase| passage.place(phrase)));
            }
        }
    }
    (doers, contractors)
}

/// «بتمويل من», «الممول من», «بمنحة»: somebody else's money.
fn is_financing(word: &Trigger) -> bool {
    match word.part {
        Part::Preposition => word.frame.is_funding(),
        Part::Participle => word.frame.itself.is_some(),
        Part::Noun | Part::Masdar => {
            word.clitics.has(Clitics::BI) && word.frame.bare[0].is_some_and(|role| matches!(role, Role::Giver | Role::Owner))
        }
        _ => false,
    }
}

fn may_tell(block: &Block, at: usize) -> bool {
    block.may_begin(topic::SPENDING_ACTS, at) || block.may_begin(topic::SIGNINGS, at)
}
