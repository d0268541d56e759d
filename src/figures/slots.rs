//! Who gives what to whom, what for and when, as far as the sentence of a sum says.

use super::agreement::{Parties, lends, parties};
use super::complements::{Complements, is_alone, role_behind};
use super::cost::{contracted_before, listed_item, shared_out, what_it_costs};
use super::frame::{GIFT, Part, Role, Trigger};
use super::government::Government;
use super::passage::Passage;
use super::period::period_at;
use super::sum_period::period_of;
use crate::analysis::Phase;
use crate::phrases::{Class, Extent, Words, noun_phrase, phrase_ending_at};
use crate::text::{Clitics, Phrase, Span, Tokens};

/// What a passage says about one sum.
#[derive(Clone, Copy, Debug, Default)]
pub struct Slots {
    pub donor: Option<Phrase>,
    pub recipient: Option<Phrase>,
    pub purpose: Option<Phrase>,
    pub period: Option<Phrase>,
    pub channel: Option<Phrase>,
    /// Who has it, a recipient if there is no other.
    pub keeper: Option<Phrase>,
    /// A work that says no more than that it is one («مبادرة»), a purpose if there is no other.
    pub work: Option<Phrase>,
}

impl Slots {
    /// Takes what is missing from `other`.
    pub fn complete(&mut self, other: &Slots) {
        self.donor = self.donor.or(other.donor);
        self.recipient = self.recipient.or(other.recipient);
        self.purpose = self.purpose.or(other.purpose);
        self.period = self.period.or(other.period);
        self.channel = self.channel.or(other.channel);
    }
}

/// The slots that the words governing the `sum`th sum fill.
pub fn fill(passage: &Passage, sum: usize, government: &Government) -> Slots {
    // Verbs tell best; then the noun nearest to the sum.
    let is_verb = |&&i: &&usize| passage.triggers[i].part == Part::Verb;
    let (verbs, nouns) = (government.chain.iter().filter(is_verb), government.chain.iter().filter(|i| !is_verb(i)));
    let governing: Vec<usize> = verbs.chain(nouns).copied().collect();
    let mut filling = Filling { passage, sum, government, slots: Slots::default() };
    filling.by_complements(&governing);
    filling.by_cost();
    filling.what_for(&governing);
    filling.slots.period = period_of(passage, sum, &governing);
    filling.by_agreement(&governing);
    let mut slots = filling.slots;
    slots.recipient = slots.recipient.or(slots.keeper);
    slots.purpose = slots.purpose.or(slots.work);
    if slots.recipient.is_some() && slots.recipient == slots.donor {
        slots.recipient = None;
    }
    slots
}

/// The slots of one sum while they are filled.
struct Filling<'f, 'p> {
    passage: &'f Passage<'p>,
    sum: usize,
    government: &'f Government,
    slots: Slots,
}

impl Filling<'_, '_> {
    fn sum_tokens(&self) -> Span<Tokens> {
        self.passage.sums[self.sum]
    }

    fn complements_of(&mut self, trigger: &Trigger) {
        Complements { passage: self.passage, sum: self.sum_tokens().start as usize, slots: &mut self.slots }.of(trigger);
    }

    /// The complements of the words that govern the sum; of a gift, if none does.
    fn by_complements(&mut self, governing: &[usize]) {
        let passage = self.passage;
        let span = self.sum_tokens();
        let behind = Span::new(span.end, span.end);
        for &i in governing {
            let trigger = &passage.triggers[i];
            // «تتقاضى الأسرة مساعدة»: a verb has its complements whatever it is taken for.
            if !trigger.frame.is_funding() && trigger.part != Part::Verb {
                continue;
            }
            // A headline, «3 ملايين يورو من ألمانيا لدعم الصحة»: the complements are the sum's, the word is one of them.
            let purpose = trigger.is_nominal() && trigger.clitics.has(Clitics::LI) && trigger.start() >= span.end as usize;
            let headed = Trigger { tokens: behind, clitics: Clitics::AL, part: Part::Noun, ..*trigger };
            self.complements_of(if purpose { &headed } else { trigger });
        }
        if governing.is_empty() {
            let gift = Trigger { tokens: behind, frame: &GIFT, part: Part::Noun, row: usize::MAX, clitics: Clitics::AL, outside: 0 };
            self.slots.donor = passage.giver_before(self.sum).map(|np| np.phrase);
            self.complements_of(&gift);
        }
    }

    /// «اعتمدت الوزارة بناء مستشفى بتكلفة …»: what it costs is what it is for, whatever else governs the sum.
    fn by_cost(&mut self) {
        let passage = self.passage;
        let is_cost = |i: usize| passage.triggers[i].frame.bare[0] == Some(Role::Purpose);
        let noun = self.government.chain.iter().copied().find(|&i| is_cost(i) && passage.triggers[i].part == Part::Noun);
        let Some(cost) = noun.or(self.government.decisive).filter(|&i| is_cost(i)) else { return };
        // «بلغت كلفة إنشائه»: the pronoun stands for the work named before.
        let by_pronoun = |p: Phrase| p.tokens.len() == 1 && passage.words.at(p.tokens.start as usize).clitics.has(Clitics::PRONOUN);
        if !self.slots.purpose.is_none_or(by_pronoun) {
            return;
        }
        if let Some(sharing_out) = shared_out(passage, cost) {
            self.complements_of(sharing_out);
        }
        let slots = &mut self.slots;
        slots.purpose = slots.purpose.filter(|&p| !by_pronoun(p)).or_else(|| what_it_costs(passage, cost)).or(slots.purpose);
        // «وللمدارس بتكلفة 5 ملايين»: in a list of costs, who or what each is for stands before it.
        let listed = phrase_ending_at(&passage.words, passage.triggers[cost].start(), Extent::Name);
        if let Some(aim) = listed.filter(|np| passage.words.at(np.tokens().start as usize).clitics.has(Clitics::LI))
            && slots.purpose.is_none()
        {
            Complements { passage, sum: passage.sums[self.sum].start as usize, slots }.give(Some(Role::Aim), aim);
        }
    }

    /// What the sum is for, as what decides of it tells: the work beside it, the contract, what is approved, what it is called.
    fn what_for(&mut self, governing: &[usize]) {
        let passage = self.passage;
        let decisive = self.government.decisive;
        let mut purpose = self.slots.purpose;
        if decisive.is_some_and(|i| passage.is_project(i)) {
            purpose = listed_item(passage, self.sum).or(purpose);
        }
        purpose = purpose.or_else(|| contracted_before(passage, decisive?)).or_else(|| self.approved(&passage.triggers[decisive?]));
        // «إطلاق منشأة باستثمار قدره …، في المنطقة الحرة»: behind the comma stands where.
        let located = |p: Phrase| {
            let before = (p.tokens.start as usize).wrapping_sub(1);
            passage.words.block().word_at(before) == "في" && passage.words.at(before.wrapping_sub(1)).class == Class::Comma
        };
        if let Some(by) = decisive.filter(|&i| is_given_by(&passage.triggers[i]) && purpose.is_none_or(located)) {
            purpose = what_it_costs(passage, by).or(purpose);
        }
        self.slots.purpose = purpose.or_else(|| self.called(governing));
    }

    /// «اعتمد المجلس مشروعات بلدية بـ5 ملايين»: what is approved.
    fn approved(&self, verb: &Trigger) -> Option<Phrase> {
        if verb.part != Part::Verb || verb.frame.phase != Some(Phase::Allocated) {
            return None;
        }
        let works = |t: &&Trigger| t.frame.itself == Some(Role::Purpose) && t.part == Part::Noun && t.clitics == Clitics::NONE;
        let object = self.passage.triggers_in(verb.end()..self.sum_tokens().start as usize).iter().find(works)?;
        noun_phrase(&self.passage.words, object.start(), Extent::Activity).map(|np| np.phrase)
    }

    /// «5 ملايين ريال مساعدات زواج»: what the sum is called is what it is for.
    fn called(&self, governing: &[usize]) -> Option<Phrase> {
        let mut words = governing.iter().map(|&i| &self.passage.triggers[i]);
        let own = words.find(|t| t.is_nominal() && t.start() == self.sum_tokens().end as usize)?;
        // … but «منحة يابانية», «قرضا ميسرا» says only whose and how.
        if own.part == Part::Noun && matches!(own.frame.bare[0], Some(Role::Giver | Role::Owner)) {
            return None;
        }
        noun_phrase(&self.passage.words, own.start(), Extent::Name).map(|np| np.phrase)
    }

    /// The parties of an agreement, unless it is said who gives.
    fn by_agreement(&mut self, governing: &[usize]) {
        let Some(Parties { contract, donor, recipient }) = parties(self.passage, self.sum, self.government) else { return };
        let slots = &mut self.slots;
        // «اتفاقية تقدم بموجبها اليابان منحة»: who is said to give does.
        let told = slots.donor.filter(|_| !contract && governing.iter().any(|&i| is_giving_verb(&self.passage.triggers[i])));
        slots.donor = told.or(donor).or(slots.donor);
        let said = slots.recipient.filter(|&r| Some(r) != donor);
        // «اتفاقية بين الصندوق والوزارة تقدم بموجبها المملكة …»: the one that does not lend gets it, unless it is said to give.
        let words = &self.passage.words;
        let gives = |party: Phrase| told.is_some_and(|told| same_words(words, told, party));
        let other = recipient.filter(|&party| told.is_none() || donor.is_some_and(|donor| lends(words, donor)) && !gives(party));
        slots.recipient = if contract { recipient.or(said) } else { said.or(other) };
    }
}

/// «تتولى الهيئة حفر الآبار بمنحة من الصندوق», «إنشاء سوق باستثمار قدره …»: by means of what the work before it is done.
fn is_given_by(word: &Trigger) -> bool {
    let means = matches!(word.frame.bare[0], Some(Role::Giver | Role::Owner | Role::Helper | Role::Aim));
    word.part == Part::Preposition || word.is_nominal() && word.clitics.has(Clitics::BI) && means
}

/// They name the same in the same words, whatever is attached to the first.
fn same_words(words: &Words, a: Phrase, b: Phrase) -> bool {
    let alike = |(a, b)| words.bare(a) == words.bare(b);
    a.tokens.len() == b.tokens.len() && a.tokens.range().zip(b.tokens.range()).all(alike)
}

fn is_giving_verb(word: &Trigger) -> bool {
    word.part == Part::Verb && word.frame.bare[0] == Some(Role::Donor)
}

/// What stands right behind a sum of a list: «3 ملايين للصحة و5 ملايين للتعليم», «مقارنة بـ3 ملايين في 2013».
pub fn fill_listed(passage: &Passage, sum: usize, government: &Government) -> Slots {
    let mut slots = Slots::default();
    let words = &passage.words;
    let (start, end) = (passage.sums[sum].start as usize, passage.sums[sum].end as usize);
    let Some(decisive) = government.decisive.map(|i| &passage.triggers[i]) else { return slots };
    let mut listed = Complements { passage, sum: start, slots: &mut slots };
    // «3 ملايين للصحة من صندوق الطوارئ», «و4 ملايين من الاتحاد لدعم التعليم»
    // «28 مليونا فقط لدعم الفلاحين»
    // «10 ملايين درهم (مليون دولار) للصحة»
    let mut at = passage.behind_conversion(sum);
    while matches!(words.at(at).class, Class::Particle | Class::Adverb) || is_alone(words, at) {
        at += 1;
    }
    for _ in 0..2 {
        let (role, behind) = match words.at(at).class {
            Class::Preposition => (role_behind(decisive.frame, words.block().word(at)), at + 1),
            _ if listed.attached(at).has(Clitics::LI) => (decisive.frame.li, at),
            _ => break,
        };
        let role = if words.block().word(at) == "من" { Some(Role::Donor) } else { role };
        if !matches!(role, Some(Role::Aim | Role::Recipient | Role::Purpose | Role::Donor)) {
            break;
        }
        at = listed.offer(role, behind, false);
    }
    if slots.purpose.is_none() && slots.recipient.is_none() {
        slots.purpose = listed_item(passage, sum);
    }
    slots.period = [end, end + 1, at].iter().find_map(|&at| period_at(words, at)).filter(|p| !p.compared).map(|p| p.phrase);
    slots
}
