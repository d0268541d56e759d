//! From what the stages found to the one [`Analysis`]: places become byte ranges, people become officials, figures
//! find their claims.

use crate::analysis::*;
use crate::attribution::Attributed;
use crate::claims::Asserted;
use crate::document::{Document, Place};
use crate::figures::Framed;
use crate::officials::Person;

/// Puts the analysis together; offsets are bytes. What is no longer needed is dropped as it goes on: of a text with a claim and a sum in each
/// sentence it takes several times the text.
pub(crate) fn assemble(
    document: &Document,
    language: Language,
    people: &[Person],
    attributed: Vec<Attributed>,
    asserted: Vec<Asserted>,
    framed: Vec<Framed>,
) -> Analysis {
    // People without public office are no officials; the others keep their order.
    let mut official_of = vec![None; people.len()];
    let mut officials = Vec::new();
    for (i, person) in people.iter().enumerate() {
        if let Some(kind) = person.office {
            official_of[i] = Some(officials.len());
            officials.push(official(document, person, kind));
        }
    }
    let claims: Vec<Claim> = asserted
        .into_iter()
        .map(|claim| {
            let a = &attributed[claim.attribution];
            self::claim(document, claim, a, a.person.and_then(|person| official_of[person]))
        })
        .collect();
    drop(attributed);
    let figures = framed.iter().map(|framed| figure(document, framed, &claims)).collect();
    let sentences =
        document.blocks.iter().flat_map(|b| b.sentences.iter().map(|&s| b.span(crate::text::Phrase::whole(s)).into())).collect();
    Analysis { language, sentences, claims, figures, officials }
}

fn claim(document: &Document, claim: Asserted, a: &Attributed, official: Option<usize>) -> Claim {
    let at = |place: Place| document.range(place);
    let Range { start, end } = at(a.scope);
    Claim {
        start,
        end,
        level: claim.level,
        score: claim.score,
        kind: claim.kind,
        certainty: claim.certainty,
        quote: claim.quote,
        attribution: Attribution {
            source_type: a.source_type,
            source: a.source.map(at),
            official,
            cue: a.cue.map(at),
            stance: a.stance,
            carried: a.carried,
            relay: a.relay.map(at),
            plural: a.plural,
            anonymity: a.anonymity.map(at),
        },
        reasons: claim.reasons,
        changes: Vec::new(),
    }
}

fn figure(document: &Document, framed: &Framed, claims: &[Claim]) -> Figure {
    let at = |place: Place| document.range(place);
    let amount = framed.amount;
    let range = at(amount.place);
    Figure {
        start: range.start,
        end: range.end,
        min: amount.values.map(|(low, _)| low),
        max: amount.values.map(|(_, high)| high),
        currency: amount.currency.map(str::to_owned),
        approx: amount.approx.map(at),
        bound: amount.bound,
        kind: framed.kind,
        donor: framed.donor.map(at),
        recipient: framed.recipient.map(at),
        purpose: framed.purpose.map(at),
        period: framed.period.map(at),
        intermediary: framed.intermediary.map(at),
        phase: framed.phase,
        converts: amount.converts,
        claim: claim_around(claims, range),
        reasons: figure_reasons(document, framed),
        changes: Vec::new(),
    }
}

fn figure_reasons(document: &Document, framed: &Framed) -> Vec<Reason> {
    let code = match framed.kind {
        FigureKind::Funding => ReasonCode::Funding,
        FigureKind::Other => ReasonCode::NotFunding,
    };
    let decisive = framed.decisive.map(|words| (code, words));
    let supposed = framed.amount.supposed.then_some((ReasonCode::UsualCurrency, framed.amount.place));
    // Room for just so many: there are some for every figure, and they stay.
    let mut reasons = Vec::with_capacity(decisive.iter().len() + supposed.iter().len());
    reasons.extend(decisive.into_iter().chain(supposed).map(|(code, words)| Reason { code, words: Some(document.range(words)) }));
    reasons
}

/// The last claim that starts before the figure and covers it. Claims are in order and do not nest.
fn claim_around(claims: &[Claim], figure: Range) -> Option<usize> {
    let i = claims.partition_point(|c| c.start <= figure.start).checked_sub(1)?;
    (figure.end <= claims[i].end).then_some(i)
}

fn official(document: &Document, person: &Person, kind: OfficialKind) -> Official {
    let mut offices: Vec<String> = Vec::new();
    for office in person.mentions.iter().filter_map(|m| m.office()) {
        let office = document.source(office);
        if !offices.iter().any(|known| known == office) {
            offices.push(office.to_owned());
        }
    }
    let first_office = person.mentions.iter().find_map(|m| m.office());
    let reason = match first_office {
        Some(office) => Reason { code: ReasonCode::Office, words: Some(document.range(office)) },
        None => Reason { code: ReasonCode::KnownHolder, words: None },
    };
    Official {
        name: person.name.to_owned(),
        offices,
        kind,
        mentions: person
            .mentions
            .iter()
            .map(|m| {
                let Range { start, end } = document.range(m.name());
                Mention { start, end, office: m.office().map(|o| document.range(o)) }
            })
            .collect(),
        reasons: vec![reason],
        changes: Vec::new(),
    }
}
