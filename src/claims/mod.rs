//! What is asserted: which sentences hold a claim, of what type, how certain, and how much it asks for evidence.
//!
//! One pass over the words of a sentence collects its evidence; a sum of points grades it.

mod clause;
mod ending;
mod evidence;
mod kind;
mod level;
mod no_claim;
mod numbers;
mod proposition;
mod quote;
mod register;
mod sense;
mod verb_form;
mod words;

use crate::amounts::Amount;
use crate::analysis::{Certainty, ClaimType, Quote, Reason, ReasonCode, SourceType};
use crate::attribution::Attributed;
use crate::document::{Document, Place};
use crate::officials::{Named, Person};
use crate::text::{Block, Phrase, Span, Tokens};
use evidence::Evidence;
use kind::Said;
use no_claim::is_no_claim;
use register::Register;
pub(crate) use sense::Sense;
use words::Class;

/// A claim but for its words, which are those of its attribution.
#[derive(Clone, Debug)]
pub struct Asserted {
    /// Which attribution it stands under: an index into what [`attribution::find`](crate::attribution::find) gives.
    pub attribution: usize,
    pub level: u8,
    pub score: f64,
    pub kind: ClaimType,
    pub certainty: Certainty,
    pub quote: Quote,
    /// Rules that applied, its attribution's first, with the words that set them off.
    pub reasons: Vec<Reason>,
}

/// The claims of the document, in order. Sentences that assert nothing checkable have none.
pub fn find(document: &Document, attributed: &[Attributed], amounts: &[Amount], people: &[Person]) -> Vec<Asserted> {
    let mut drafts = Vec::with_capacity(attributed.len());
    let names = Named::of(people);
    // The block whose rest points to other pages.
    let mut linking = None;
    let mut register = Register::default();
    // The reasons of one claim: there are some for every one, and they stay, so each gets room for just so many.
    let mut told = Vec::new();
    let mut amounts = amounts.iter().peekable();
    for (attribution, a) in attributed.iter().enumerate() {
        let block = &document.blocks[a.scope.block()];
        let scope = a.scope.phrase.tokens;
        // Amounts and attributions both stand in the order of the text.
        let end = (a.scope.block(), scope.end);
        let mut money = 0;
        let mut first_amount = None;
        while let Some(amount) = amounts.next_if(|m| (m.place.block(), m.place.phrase.tokens.start) < end) {
            money += 1;
            first_amount.get_or_insert(amount.place.phrase);
        }
        let named = names.within(a.scope);
        let cue = a.cue.map(|cue| cue.phrase.tokens);
        let evidence = Evidence::of(block, scope, cue, Reported::of(block, a).tokens, named);
        if evidence.opening == Some(Class::Link) {
            linking = Some(a.scope.block());
        }
        register.read(&evidence, a);
        let points = level::points(&evidence, a, money);
        let cue = cue.and_then(|cue| sense::word_at(block, cue.start as usize)).map(|found| found.class);
        if is_no_claim(&evidence, points, a, money) || linking == Some(a.scope.block()) {
            continue;
        }
        let asserted = Asserted {
            attribution,
            level: 0,
            score: 0.0,
            kind: kind::kind(&evidence, &Said { attributed: a, cue, amounts: money }),
            certainty: certainty(&evidence),
            quote: quote::kind(block, a, named),
            reasons: reasons(document, a, &evidence, first_amount, &mut told),
        };
        drafts.push(Draft { asserted, points });
    }
    let company = level::company(drafts.iter().map(|draft| draft.points));
    let own = company + if register.is_argument() { level::IN_ARGUMENT } else { 0 };
    drafts.into_iter().map(|draft| draft.graded(attributed, company, own)).collect()
}

/// The words of a claim that are neither its cue nor its source.
struct Reported {
    tokens: Span<Tokens>,
    side: Side,
}

/// Where they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    /// Nobody is named who says them.
    Whole,
    /// A cue and source that close the sentence have their report before them.
    Before,
    Behind,
}

impl Reported {
    fn of(block: &Block, attributed: &Attributed) -> Reported {
        let scope = attributed.scope.phrase.tokens;
        let within = |place: Option<Place>| place.map(|p| p.phrase.tokens).filter(|t| scope.covers(*t));
        let Some(cue) = within(attributed.cue) else { return Reported { tokens: scope, side: Side::Whole } };
        let frame = within(attributed.source).map_or(cue, |source| cue.join(source));
        let (before, behind) = (Span::new(scope.start, frame.start), Span::<Tokens>::new(frame.end, scope.end));
        if before.len() > behind.len() && !behind.range().next().is_some_and(|at| sense::introduces(block, at)) {
            Reported { tokens: before, side: Side::Before }
        } else {
            Reported { tokens: behind, side: Side::Behind }
        }
    }
}

/// A claim before the register of its text is known.
struct Draft {
    asserted: Asserted,
    points: i32,
}

impl Draft {
    /// The claim with its level and score: `company` points more, or `own` in the author's own voice.
    fn graded(mut self, attributed: &[Attributed], company: i32, own: i32) -> Asserted {
        let is_own = attributed[self.asserted.attribution].source_type == SourceType::Author;
        let points = self.points + if is_own { own } else { company };
        self.asserted.level = level::level(points);
        self.asserted.score = level::score(points);
        self.asserted
    }
}

fn certainty(evidence: &Evidence) -> Certainty {
    match (evidence.hedge, evidence.booster) {
        (None, None) => Certainty::Plain,
        (Some(_), None) => Certainty::Hedged,
        (None, Some(_)) => Certainty::Loaded,
        (Some(_), Some(_)) => Certainty::Both,
    }
}

/// Why a claim is attributed so, and the rules that raise or lower it, each with the first of the words that set it off. `told` is room for
/// them.
fn reasons(document: &Document, a: &Attributed, evidence: &Evidence, amount: Option<Phrase>, told: &mut Vec<Reason>) -> Vec<Reason> {
    told.clear();
    told.extend(a.reasons().map(|(code, words)| Reason { code, words: words.map(|place| document.range(place)) }));
    let place = |phrase| Place::new(a.scope.block(), phrase);
    for code in REASONS {
        if let Some(phrase) = reason(code, evidence, amount) {
            told.push(Reason { code, words: Some(document.range(place(phrase))) });
        }
    }
    told.to_vec()
}

/// The rules, in the order they are told.
const REASONS: [ReasonCode; 15] = [
    ReasonCode::Hedge,
    ReasonCode::Booster,
    ReasonCode::Accusation,
    ReasonCode::Casualty,
    ReasonCode::Conflict,
    ReasonCode::Quantity,
    ReasonCode::Change,
    ReasonCode::Comparison,
    ReasonCode::Causal,
    ReasonCode::Law,
    ReasonCode::Prediction,
    ReasonCode::Denial,
    ReasonCode::Routine,
    ReasonCode::Evaluation,
    ReasonCode::Call,
];

/// The first of the words that set a rule off; `amount`: the first sum of the claim.
fn reason(rule: ReasonCode, evidence: &Evidence, amount: Option<Phrase>) -> Option<Phrase> {
    match rule {
        ReasonCode::Hedge => evidence.hedge,
        ReasonCode::Booster => evidence.booster,
        ReasonCode::Accusation => evidence.first(Class::Accusation),
        ReasonCode::Casualty => evidence.first(Class::Harm),
        ReasonCode::Conflict => evidence.first(Class::Conflict),
        ReasonCode::Quantity => {
            amount.or(evidence.first_number).or_else(|| evidence.first(Class::Count).or_else(|| evidence.first(Class::Measure)))
        }
        ReasonCode::Change => evidence.first(Class::Change),
        ReasonCode::Comparison => evidence.first(Class::Comparison),
        ReasonCode::Causal => evidence.first(Class::Causal),
        ReasonCode::Law => evidence.first(Class::Law),
        ReasonCode::Prediction => evidence.first(Class::Prediction),
        ReasonCode::Denial => evidence.first(Class::Denial),
        ReasonCode::Routine => evidence.first(Class::Routine),
        ReasonCode::Evaluation => evidence.first(Class::Evaluation),
        ReasonCode::Call => evidence.first(Class::Call),
        _ => None,
    }
}
