//! Who gives and who gets by an agreement: «وقعت الشركة مع البنك اتفاقية قرض», «وقعت الهيئة ووزارة التعليم اتفاقية».
//!
//! A lender lends, whichever side of the table it is named on; who orders works pays for them, though not the office-holder who
//! signs; of two who sign a gift the first named gives, unless it is named as the one who signs «مع» the giver.

use super::cost::is_contract;
use super::figure_words::{FigureWord, figure_word};
use super::frame::{Part, REACH, Role, Trigger};
use super::government::Government;
use super::passage::Passage;
use super::roles::is_somebody;
use super::subject::subject_of_clause_before;
use crate::lexicon::{lexicon, topic};
use crate::phrases::{Class, Extent, NounKind, NounPhrase, Words, noun_phrase, phrase_ending_at};
use crate::text::{Clitics, Phrase, Span};
use std::ops::Range;

/// The two sides of an agreement.
pub struct Parties {
    /// One has works done by the other.
    pub contract: bool,
    pub donor: Option<Phrase>,
    pub recipient: Option<Phrase>,
}

/// The parties of the agreement about the `sum`th sum, if its sentence tells of one.
pub fn parties(passage: &Passage, sum: usize, government: &Government) -> Option<Parties> {
    let words = &passage.words;
    // «وقعت الأمانة تسعة عقود لتنفيذ مشروعات تجاوزت تكلفتها …»: what was signed stands further away than its cost.
    let first_sum = passage.sums[0].start as usize;
    let before_sums = words.start().max(first_sum.saturating_sub(REACH))..first_sum;
    let kind = agreed_on(passage, government, before_sums.clone())?;
    let (donor, recipient) = match both_at_once(passage, sum) {
        Some(both) => {
            let (first, second) = two_of(words, &both)?;
            let second_gives = !lends(words, first) && (lends(words, second) || kind == Kind::Money);
            giver_and_receiver(first, second, second_gives)
        }
        None => {
            let (agreeing, signed) = before_sums.rev().find_map(|at| Some((at, is_signed(words, at)?)))?;
            let agreement = Agreement { words, kind, first: first_party(passage, agreeing), second: partner(passage, sum, agreeing) };
            if signed { agreement.signed()? } else { agreement.negotiated() }
        }
    };
    Some(Parties { contract: kind == Kind::Works, donor, recipient })
}

/// What the agreement is about that the words before the sums tell of.
fn agreed_on(passage: &Passage, government: &Government, before_sums: Range<usize>) -> Option<Kind> {
    let words = passage.triggers_in(before_sums);
    let of_chain = government.chain.iter().find_map(|&i| Kind::of(&passage.triggers[i]));
    let signed_contract = || is_about_works(words).then_some(Kind::Works);
    // «اتفاقية قرض مع البنك لتطوير الشبكة بقيمة …»: the work that is named nearer to the sum is what the loan is for. What the work
    // costs need not be lent whole.
    let costs = || government.chain.iter().any(|&i| passage.triggers[i].frame.bare[0] == Some(Role::Purpose));
    let signed_loan = || (is_about_money(words) && !costs()).then_some(Kind::Money);
    of_chain.or_else(signed_contract).or_else(signed_loan)
}

/// Both parties as one phrase: «اتفاقية قرض بين الحكومة والبنك», «قرضا بقيمة 5 ملايين بين الحكومة والبنك».
fn both_at_once(passage: &Passage, sum: usize) -> Option<NounPhrase> {
    let words = &passage.words;
    let start = passage.sums[sum].start as usize;
    let end = passage.behind_conversion(sum);
    let behind = || (words.block().word_at(end) == "بين").then(|| noun_phrase(words, end + 1, Extent::Name)).flatten().filter(is_party);
    between(passage, words.start().max(start.saturating_sub(REACH)), start).or_else(behind)
}

/// Who gives and who gets, as far as it is said.
type Sides = (Option<Phrase>, Option<Phrase>);

fn giver_and_receiver(first: Phrase, second: Phrase, second_gives: bool) -> Sides {
    if second_gives { (Some(second), Some(first)) } else { (Some(first), Some(second)) }
}

/// An agreement whose parties are named one by one.
struct Agreement<'w, 'd> {
    words: &'w Words<'d>,
    kind: Kind,
    /// Who signs: one party or both.
    first: Option<NounPhrase>,
    /// With whom: «مع …».
    second: Option<Phrase>,
}

impl Agreement<'_, '_> {
    fn negotiated(&self) -> Sides {
        // «مفاوضات مع البنك للحصول على قرض»
        let lender = self.second.filter(|_| self.kind == Kind::Money);
        // «اتفق الأردن مع البنك على قرض»
        let borrower = self.first.filter(|_| lender.is_some_and(|lender| lends(self.words, lender)));
        (lender, borrower.map(|np| np.phrase))
    }

    /// `None` if it is not said who the parties are.
    fn signed(&self) -> Option<Sides> {
        let orders = self.first.is_some_and(|first| first.head.kind != Some(NounKind::Title));
        if self.kind == Kind::Works && (self.second.is_none() || !orders) {
            return Some(self.contracted(orders));
        }
        let first = self.first?;
        match self.second {
            Some(second) => {
                let second_gives = match (lends(self.words, first.phrase), lends(self.words, second)) {
                    _ if self.is_hired(first, second) => true,
                    (false, true) => true,
                    (true, false) => false,
                    _ => self.kind == Kind::Money,
                };
                Some(giver_and_receiver(first.phrase, second, second_gives))
            }
            None => match two_of(self.words, &first) {
                Some((one, other)) => Some(giver_and_receiver(one, other, !lends(self.words, one) && lends(self.words, other))),
                // «وقع البنك عقد قرض لصالح الشركة»
                None => (self.kind == Kind::Money && lends(self.words, first.phrase)).then_some((Some(first.phrase), None)),
            },
        }
    }

    /// «تم توقيع عقد … مع شركة الواحة»: by whom is not said, or by somebody who does not order the works himself.
    fn contracted(&self, orders: bool) -> Sides {
        let (donor, contractor) = match self.first.map(|first| (first.phrase, two_of(self.words, &first))) {
            Some((_, Some((first, second)))) if orders => (Some(first), Some(second)),
            Some((first, _)) => (Some(first), self.second),
            None => (None, self.second),
        };
        (donor.filter(|_| orders), contractor)
    }

    /// «وقعت الشركة عقدا مع وزارة الصحة»: who works is named first, who orders it pays.
    fn is_hired(&self, first: NounPhrase, second: Phrase) -> bool {
        let named = |party: Phrase| noun_phrase(self.words, party.tokens.start as usize, Extent::Name);
        self.kind == Kind::Works
            && named(first.phrase).is_some_and(|np| is_company(self.words, &np))
            && named(second).is_some_and(|np| is_party(&np) && !is_company(self.words, &np))
    }
}

/// With whom the agreement at `agreeing` about the `sum`th sum is: «مع …» in the item of a list that the sum closes, behind the
/// sum, or once before the list.
fn partner(passage: &Passage, sum: usize, agreeing: usize) -> Option<Phrase> {
    let words = &passage.words;
    let (start, end) = (passage.sums[sum].start as usize, passage.sums[sum].end as usize);
    let opened = sum.checked_sub(1).map_or(agreeing, |before| passage.sums[before].end as usize);
    let next = passage.sums.get(sum + 1).map_or(words.end(), |next| next.start as usize).min(end + REACH);
    let before_list = agreeing..passage.sums[0].start as usize;
    [opened..start, end..next, before_list].into_iter().find_map(|range| {
        let with = range.take_while(|&at| words.at(at).class != Class::Stop).filter(|&at| words.block().word(at) == "مع");
        let partners: Vec<NounPhrase> = with.filter_map(|with| party_at(words, with + 1)).collect();
        // «عقد إنشاء تقاطع طريق المطار مع طريق الميناء مع مجموعة الأفق»: not what the work is about.
        partners.iter().find(|np| is_somebody(passage, np)).or(partners.first()).map(|np| np.phrase)
    })
}

/// The phrase at `at`, of «عدد من الشركات» the whole.
fn party_at(words: &Words, at: usize) -> Option<NounPhrase> {
    let np = noun_phrase(words, at, Extent::Name)?;
    let some_of = np.head.kind == Some(NounKind::Quantity) && np.tokens().len() == 1;
    if some_of { noun_phrase(words, at, Extent::Activity) } else { Some(np) }
}

/// «اتفاقية قرض بين الحكومة والصندوق»: both parties as one phrase, right behind what they agree on.
fn between(passage: &Passage, from: usize, to: usize) -> Option<NounPhrase> {
    let words = &passage.words;
    let of_agreement = |at: usize| {
        // «توقيع اتفاقية تمويل بين …»: what is agreed on may stand under the signing.
        let agreed = phrase_ending_at(words, at, Extent::Name)?.tokens();
        let agreement = passage.triggers_in(agreed.start as usize..agreed.end as usize).iter().find_map(Kind::of);
        agreement.and_then(|_| noun_phrase(words, at + 1, Extent::Name))
    };
    let both = (from..to).filter(|&at| words.block().word(at) == "بين").find_map(of_agreement)?;
    (both.end() <= to && is_party(&both)).then_some(both)
}

/// What is agreed upon.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A loan, a grant.
    Money,
    /// Works, or an agreement that does not say.
    Works,
}

impl Kind {
    fn of(trigger: &Trigger) -> Option<Kind> {
        if trigger.frame.li == Some(Role::Purpose) && trigger.part == Part::Noun {
            return Some(Kind::Works);
        }
        let gives = matches!(trigger.frame.bare[0], Some(Role::Giver | Role::Owner | Role::Helper));
        let gets = trigger.frame.bare[0] == Some(Role::Recipient) && trigger.frame.min == Some(Role::Donor);
        ((gives || gets) && trigger.is_nominal()).then_some(Kind::Money)
    }
}

/// The word at `at` tells of an agreement: whether of one that is signed.
fn is_signed(words: &Words, at: usize) -> Option<bool> {
    let stage = stage_at(words, at)?;
    (stage != "awarded").then_some(stage == "signed")
}

fn stage_at(words: &Words, at: usize) -> Option<&'static str> {
    let allowed = Clitics::CONJUNCTION.with(Clitics::SA).with(Clitics::PREPOSITION).with(Clitics::AL).with(Clitics::PRONOUN);
    words.block().match_at(topic::SIGNINGS, at, allowed).map(|m| lexicon().rows(topic::SIGNINGS)[m.row].fields[0])
}

/// The companies that works are given to by what the word at `at` tells: «ترسية المشروع على شركة الواحة», «وقعت عقدا مع إحدى
/// الشركات».
pub fn contractors_at(passage: &Passage, at: usize) -> Vec<Phrase> {
    const NEAR: usize = 20;
    let words = &passage.words;
    let awarded = match stage_at(words, at) {
        Some("awarded") => true,
        Some("signed") => false,
        _ => return Vec::new(),
    };
    let clause = (at + 1..words.end().min(at + NEAR)).take_while(|&at| words.at(at).class != Class::Stop);
    let with = |at: &usize| match words.block().word(*at) {
        "مع" => true,
        "علي" | "الي" => awarded,
        _ => false,
    };
    let parties = clause.filter(with).filter_map(|with| party_at(words, with + 1));
    parties.filter(|np| is_company(words, np)).map(|np| np.phrase).collect()
}

/// «أبرمت الأمانة عقدا»: the verb at `at` has a contract for its object.
pub fn signs_contract(passage: &Passage, at: usize) -> bool {
    const NEAR: usize = 10;
    let signed = passage.words.at(at).class == Class::Verb && stage_at(&passage.words, at) == Some("signed");
    signed && is_about_works(passage.triggers_in(at + 1..at + NEAR))
}

/// A contract is among the words, and no loan or grant: «اتفاقية قرض».
fn is_about_works(words: &[Trigger]) -> bool {
    words.iter().any(is_contract) && !words.iter().any(|word| Kind::of(word) == Some(Kind::Money))
}

/// «اتفاقية قرض»
fn is_about_money(words: &[Trigger]) -> bool {
    words.windows(2).any(|pair| is_contract(&pair[0]) && pair[0].end() == pair[1].start() && Kind::of(&pair[1]) == Some(Kind::Money))
}

/// «شركة الواحة», «إحدى الشركات», «عدد من المؤسسات الوطنية»
fn is_company(words: &Words, np: &NounPhrase) -> bool {
    np.tokens().range().take(3).any(|at| figure_word(words.bare(at)) == Some(FigureWord::Company))
}

/// Who signs: behind the verb, or before it, or for «أعلن الصندوق توقيع …» the subject of the verb above.
fn first_party(passage: &Passage, signing: usize) -> Option<NounPhrase> {
    let words = &passage.words;
    let behind = noun_phrase(words, signing + 1, Extent::Name)
        .filter(|np| !words.at(signing + 1).has_preposition() && passage.trigger_at(np.head_at).is_none() && is_party(np));
    behind.or_else(|| subject_of_clause_before(passage, signing).filter(is_party))
}

fn is_party(np: &NounPhrase) -> bool {
    matches!(np.head.kind, Some(NounKind::Body | NounKind::Title)) || np.head.class == Class::Place || np.head.is_closed()
}

/// «الهيئة الخيرية ووزارة التعليم»: where the second organisation of a phrase begins.
fn two_of(words: &Words, both: &NounPhrase) -> Option<(Phrase, Phrase)> {
    let range = both.tokens().range();
    let begins = |at: &usize| {
        let word = words.at(*at);
        word.has_conjunction() && (word.kind == Some(NounKind::Body) || word.class == Class::Place)
    };
    let second = range.clone().skip(1).find(begins)?;
    let first = Phrase::new(Span::of(range.start..second), both.phrase.outside);
    Some((first, Phrase::new(Span::of(second..range.end), words.at(second).outside)))
}

/// A bank or a fund.
pub fn lends(words: &Words, party: Phrase) -> bool {
    figure_word(words.bare(party.tokens.start as usize)) == Some(FigureWord::Lender)
}
