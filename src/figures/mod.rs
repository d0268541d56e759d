//! Funding frames: which amounts are funding, and who gives what to whom, what for and when.

mod frame;
mod government;
mod passage;

use crate::amounts::Amount;
use crate::analysis::{FigureKind, Phase, ReasonCode};
use crate::document::{Document, Place};
use crate::officials::Person;
use crate::text::{Phrase, Span, Tokens};
use government::{Government, govern};
use passage::Passage;

/// An amount and its frame. The slots of an amount that is not funding are empty.
#[derive(Clone, Debug)]
pub struct Framed {
    pub amount: Amount,
    pub kind: FigureKind,
    pub donor: Option<Place>,
    pub recipient: Option<Place>,
    pub purpose: Option<Place>,
    pub period: Option<Place>,
    /// Through whom it goes.
    pub intermediary: Option<Place>,
    pub phase: Option<Phase>,
    /// Rules that applied, with the words that set them off.
    pub reasons: Vec<(ReasonCode, Option<Place>)>,
}

/// Frames every amount of the document.
pub fn find(document: &Document, amounts: Vec<Amount>, _people: &[Person]) -> Vec<Framed> {
    let mut framed: Vec<Framed> = Vec::with_capacity(amounts.len());
    let mut rest = amounts.into_iter().peekable();
    while let Some(first) = rest.next() {
        let block = first.place.block;
        let sentence = document.blocks[block].sentence_of(first.place.phrase.tokens.start as usize);
        let mut here = vec![first];
        while let Some(next) = rest.next_if(|a| a.place.block == block && sentence.contains(a.place.phrase.tokens.start)) {
            here.push(next);
        }
        let sums: Vec<Span<Tokens>> = here.iter().map(|a| a.place.phrase.tokens).collect();
        let passage = Passage::read(document, block, sentence, sums);
        let mut before: Option<Government> = None;
        for (i, amount) in here.into_iter().enumerate() {
            let government = govern(&passage, i, before.as_ref());
            framed.push(frame_of(&passage, amount, &government));
            before = Some(government);
        }
    }
    framed
}

fn frame_of(passage: &Passage, amount: Amount, government: &Government) -> Framed {
    let decisive = government.decisive.map(|i| &passage.triggers[i]);
    let words = decisive.map(|t| passage.place(Phrase::new(t.tokens, t.outside)));
    let (kind, code) =
        if government.funding { (FigureKind::Funding, ReasonCode::Funding) } else { (FigureKind::Other, ReasonCode::NotFunding) };
    let phase = government.chain.iter().filter(|_| government.funding).find_map(|&i| passage.triggers[i].frame.phase);
    Framed {
        amount,
        kind,
        donor: None,
        recipient: None,
        purpose: None,
        period: None,
        intermediary: None,
        phase,
        reasons: words.map(|w| (code, Some(w))).into_iter().collect(),
    }
}
