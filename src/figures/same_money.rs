//! Which figures of a document are about the same money, and so complete each other: sums of the same value («البنك يقرض الواحة 80
//! مليون دولار» above «… قرضا قيمته 80 مليون دولار لتعبيد الطرق»), and a gift or loan that is named again with the article
//! («يسدد القرض البالغ …»).

use super::frame::WEAK_NOUN;
use super::passage::Passage;
use super::{Deciding, Framed, Government};
use crate::analysis::FigureKind;
use crate::document::{Document, Place};
use crate::lexicon::topic;
use crate::phrases::Class;
use crate::short_form::one_in_other;
use crate::text::Clitics;
use rustc_hash::FxHashMap;

/// The word that made the sum what it is takes up money that was told of before: it has the article and nothing else to tell it
/// from other money.
pub fn resumes(passage: &Passage, government: &Government) -> bool {
    let Some(word) = government.decisive.map(|i| &passage.triggers[i]) else { return false };
    let words = &passage.words;
    let next = words.at(word.end());
    let described = next.class == Class::Noun && next.clitics.has(Clitics::AL) && !next.has_preposition() && !next.has_conjunction();
    let of_time = || words.block().match_at(topic::PERIODS, word.end(), Clitics::AL).is_some();
    let gift = word.is_nominal() && word.frame.weight > WEAK_NOUN && word.frame.has_giver();
    gift && word.clitics.has(Clitics::AL) && (!described || of_time())
}

/// Gives each figure what others say of the same money.
pub fn complete(document: &Document, framed: &mut [Framed], deciding: &[Option<Deciding>]) {
    let mut of_kind: FxHashMap<usize, usize> = FxHashMap::default();
    for i in 0..framed.len() {
        let Some(word) = deciding[i].filter(|_| framed[i].kind == FigureKind::Funding) else { continue };
        if let Some(&before) = of_kind.get(&word.row).filter(|_| word.resumes) {
            let before = framed[before];
            if agree(document, &framed[i], &before) != Agreement::Contradict {
                take(&mut framed[i], &before);
            }
        }
        of_kind.insert(word.row, i);
    }
    let mut of_value: FxHashMap<u64, usize> = FxHashMap::default();
    let order: Vec<usize> = (0..framed.len()).chain((0..framed.len()).rev()).collect();
    for i in order {
        let amount = framed[i].amount;
        let (Some((value, highest)), FigureKind::Funding) = (amount.values, framed[i].kind) else { continue };
        if value != highest {
            continue;
        }
        let same_sum = |&&other: &&usize| other != i && amount.may_share_currency(framed[other].amount);
        if let Some(&other) = of_value.get(&value.to_bits()).filter(same_sum) {
            let other = framed[other];
            let says_nothing = |f: &Framed| slots(f).iter().all(Option::is_none);
            let same = match agree(document, &framed[i], &other) {
                Agreement::Share => true,
                Agreement::Contradict => false,
                Agreement::Apart => says_nothing(&framed[i]) || says_nothing(&other),
            };
            if same {
                take(&mut framed[i], &other);
                framed[i].period = framed[i].period.or(other.period);
            }
        }
        of_value.insert(value.to_bits(), i);
    }
}

/// What two frames say of who gives, who gets and what for.
#[derive(PartialEq, Eq)]
enum Agreement {
    /// Something is the same in both, and nothing else differs.
    Share,
    Contradict,
    /// No slot is filled in both.
    Apart,
}

fn agree(document: &Document, a: &Framed, b: &Framed) -> Agreement {
    let mut agreement = Agreement::Apart;
    for (a, b) in slots(a).into_iter().zip(slots(b)).filter_map(|(a, b)| a.zip(b)) {
        if !names_same(document, a, b) {
            return Agreement::Contradict;
        }
        agreement = Agreement::Share;
    }
    agreement
}

fn slots(figure: &Framed) -> [Option<Place>; 3] {
    [figure.donor, figure.recipient, figure.purpose]
}

/// Takes what is missing from `other`.
fn take(figure: &mut Framed, other: &Framed) {
    figure.donor = figure.donor.or(other.donor);
    figure.recipient = figure.recipient.or(other.recipient);
    figure.purpose = figure.purpose.or(other.purpose);
}

/// One names in full or in short what the other does.
pub fn names_same(document: &Document, a: Place, b: Place) -> bool {
    one_in_other(&shadow(document, a), &shadow(document, b))
}

/// The words of a slot, folded, without what is attached to the first.
pub fn shadow(document: &Document, place: Place) -> String {
    let block = &document.blocks[place.block()];
    let words = place.phrase.tokens.range().map(|at| block.word(at)).collect::<Vec<_>>().join(" ");
    words.get(usize::from(place.phrase.outside)..).unwrap_or_default().to_owned()
}
