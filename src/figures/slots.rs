//! Who gives what to whom, what for and when: the complements of the words that govern a sum.

use super::agreement::{Parties, parties};
use super::frame::{Frame, GIFT, Part, REACH, Role, Trigger};
use super::government::Government;
use super::passage::Passage;
use super::period::period_at;
use super::sum_period::period_of;
use crate::lexicon::Topic;
use crate::phrases::{Class, Extent, NounKind, NounPhrase, Words, is_indefinite_nisba, noun_phrase, phrase_ending_at};
use crate::text::{Clitics, Phrase, Span};

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
    let mut slots = Slots::default();
    let span = passage.sums[sum];
    // Verbs tell best; then the noun nearest to the sum.
    let is_verb = |&&i: &&usize| passage.triggers[i].part == Part::Verb;
    let governing: Vec<usize> =
        government.chain.iter().filter(is_verb).chain(government.chain.iter().filter(|i| !is_verb(i))).copied().collect();
    for &i in &governing {
        let trigger = &passage.triggers[i];
        if !trigger.frame.is_funding() {
            continue;
        }
        // A headline, «3 ملايين يورو من ألمانيا لدعم الصحة»: the complements are the sum's, the word is one of them.
        let purpose = trigger.is_nominal() && trigger.clitics.has(Clitics::LI) && trigger.start() >= span.end as usize;
        let headed = Trigger { tokens: Span::new(span.end, span.end), clitics: Clitics::AL, part: Part::Noun, ..*trigger };
        Complements { passage, sum: span.start as usize, slots: &mut slots }.of(if purpose { &headed } else { trigger });
    }
    if government.chain.is_empty() {
        let tokens = Span::new(span.end, span.end);
        let gift = Trigger { tokens, frame: &GIFT, part: Part::Noun, row: usize::MAX, clitics: Clitics::AL, outside: 0 };
        slots.donor = passage.giver_before(sum).map(|np| np.phrase);
        Complements { passage, sum: span.start as usize, slots: &mut slots }.of(&gift);
    }
    if let Some(cost) = government.decisive {
        let frame = passage.triggers[cost].frame;
        // «بلغت كلفة إنشائه»: the pronoun stands for the work named before.
        let by_pronoun = |p: Phrase| p.tokens.len() == 1 && passage.words.at(p.tokens.start as usize).clitics.has(Clitics::PRONOUN);
        if frame.bare[0] == Some(Role::Purpose) && slots.purpose.is_none_or(by_pronoun) {
            if let Some(sharing_out) = shared_out(passage, cost) {
                Complements { passage, sum: span.start as usize, slots: &mut slots }.of(sharing_out);
            }
            slots.purpose = slots.purpose.filter(|&p| !by_pronoun(p)).or_else(|| what_it_costs(passage, cost)).or(slots.purpose);
            // «وللمدارس بتكلفة 5 ملايين»: in a list of costs, who or what each is for stands before it.
            let listed = phrase_ending_at(&passage.words, passage.triggers[cost].start(), Extent::Name);
            if let Some(aim) = listed.filter(|np| passage.words.at(np.tokens().start as usize).clitics.has(Clitics::LI))
                && slots.purpose.is_none()
            {
                Complements { passage, sum: span.start as usize, slots: &mut slots }.give(Some(Role::Aim), aim);
            }
        }
    }
    // «5 ملايين ريال مساعدات زواج»: what the sum is called is what it is for.
    if slots.purpose.is_none()
        && let Some(own) = governing.iter().map(|&i| &passage.triggers[i]).find(|t| t.is_nominal() && t.start() == span.end as usize)
    {
        slots.purpose = noun_phrase(&passage.words, own.start(), Extent::Name).map(|np| np.phrase);
    }
    slots.period = period_of(passage, sum, &governing);
    if let Some(Parties { donor, recipient }) = parties(passage, sum, government) {
        slots.donor = Some(donor);
        slots.recipient = slots.recipient.filter(|&r| r != donor).or(recipient);
    }
    slots.recipient = slots.recipient.or(slots.keeper);
    if slots.recipient.is_some() && slots.recipient == slots.donor {
        slots.recipient = None;
    }
    slots
}

/// The organisation or country of which the sentence goes on telling what it had done: «وكان الصندوق قد أنهى المراجعة ما أتاح
/// صرف …». One that had asked or signed may as well be the one that gets it.
pub fn opening_subject(passage: &Passage) -> Option<Phrase> {
    /// «وكان مجلس الوزراء برئاسة … قد أقر»
    const NEAR: usize = 8;
    let words = &passage.words;
    if words.at(words.start()).class != Class::Auxiliary {
        return None;
    }
    let at = words.start() + 1;
    let subject = noun_phrase(words, at, Extent::Name).filter(|np| !words.at(at).has_preposition() && np.head_at == at)?;
    let acts = matches!(subject.head.kind, Some(NounKind::Body)) || subject.head.class == Class::Place;
    let had = (subject.end()..subject.end() + NEAR).find(|&i| words.at(i).class == Class::Particle && words.block().word(i) == "قد")?;
    (acts && !is_asking(words.block().word_at(had + 1)) && subject.end() <= passage.sums.first()?.start as usize).then_some(subject.phrase)
}

/// Somebody named is said to act before the first sum: «وفي القاهرة أعلن وزير الشباب صرف …». Who gave before has no part in it.
/// Of «أضاف المدير أنه تم توزيع …» only what he tells counts.
pub fn has_subject_of_its_own(passage: &Passage) -> bool {
    let words = &passage.words;
    let end = passage.sums.first().map_or(words.end(), |sum| sum.start as usize).min(words.start() + REACH);
    let told = (words.start()..end).rev().find(|&at| words.at(at).class == Class::Subordinator).unwrap_or(words.start());
    (told..end).filter(|&at| words.at(at).class == Class::Verb).any(|verb| {
        noun_phrase(words, verb + 1, Extent::Name)
            .is_some_and(|np| !words.at(verb + 1).has_preposition() && np.end() <= end && is_somebody(passage, &np))
    })
}

/// The subject of the clause that ends before the word at `at`: behind its verb or before it.
pub fn subject_of_clause_before(passage: &Passage, at: usize) -> Option<NounPhrase> {
    let complements = Complements { passage, sum: at, slots: &mut Slots::default() };
    phrase_ending_at(&passage.words, at, Extent::Name)
        .filter(|np| complements.begins_clause(np.tokens().start as usize))
        .or_else(|| complements.subject_above(at))
        .or_else(|| complements.clause_subject(at))
}

fn is_asking(verb: &str) -> bool {
    ["طلب", "طالب", "وقع", "ابرم", "ناشد", "دعا", "دعت"].iter().any(|asking| verb.starts_with(asking))
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
    let mut at = end;
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
    slots.period = [end, end + 1].iter().find_map(|&at| period_at(words, at)).filter(|p| !p.compared).map(|p| p.phrase);
    slots
}

/// What a cost without a genitive is of: the first project, work or plan of its clause («تنفيذ مشروعات … بتكلفة»).
fn what_it_costs(passage: &Passage, cost: usize) -> Option<Phrase> {
    let is_work = |t: &&Trigger| t.frame.itself == Some(Role::Purpose) && !t.clitics.has(Clitics::PRONOUN);
    let mut work = clause_up_to(passage, cost).iter().filter(is_work);
    let first = work.next()?;
    // «عقد إنشاء الطريق»: not the contract, the work.
    let trigger = work.next().filter(|_| is_contract(first)).unwrap_or(first);
    // «ستة مشروعات».
    let counted = trigger.start() > passage.words.start() && passage.words.at(trigger.start() - 1).class == Class::Number;
    if counted && trigger.outside == 0 {
        return noun_phrase(&passage.words, trigger.start() - 1, Extent::Activity).map(|np| np.phrase);
    }
    noun_phrase(&passage.words, trigger.start(), Extent::Activity).map(|np| Phrase::new(np.tokens(), trigger.outside))
}

/// What is shared out at that cost: «توزيع السلال على الأسر بتكلفة».
fn shared_out<'p>(passage: &'p Passage, cost: usize) -> Option<&'p Trigger> {
    clause_up_to(passage, cost).iter().rev().find(|t| t.frame.ala == Some(Role::Recipient))
}

/// The words of the table from the beginning of the clause to the `last`th.
fn clause_up_to<'p>(passage: &'p Passage, last: usize) -> &'p [Trigger] {
    let words = &passage.words;
    let mut start = passage.triggers[last].start();
    let floor = words.start().max(start.saturating_sub(REACH));
    while start > floor && !words.at(start - 1).ends_clause() && words.at(start - 1).class != Class::Amount {
        start -= 1;
    }
    &passage.triggers[passage.triggers.partition_point(|t| t.start() < start)..=last]
}

fn is_contract(trigger: &Trigger) -> bool {
    trigger.frame.li == Some(Role::Purpose)
}

struct Complements<'p, 'd> {
    passage: &'p Passage<'d>,
    sum: usize,
    slots: &'p mut Slots,
}

impl Complements<'_, '_> {
    fn of(&mut self, trigger: &Trigger) {
        let words = &self.passage.words;
        let frame = trigger.frame;
        let mut at = trigger.end();
        let mut bare = 0;
        let mut second = None;
        let mut linked = false;
        let verbal = trigger.part == Part::Verb;
        // What stands without a preposition behind the sum is no complement of a verb before it.
        let bare_until = if trigger.start() < self.sum { self.sum } else { words.end() };
        if trigger.part == Part::Participle
            && let Some(role) = frame.itself
            && let Some(np) = phrase_ending_at(words, trigger.start(), Extent::Activity)
        {
            // «المشروع ممول من …»
            self.give(Some(role), np);
        }
        if !verbal {
            bare = self.genitive(trigger, &mut at);
        } else if frame.bare[0].is_some() && self.subject_stands_before(trigger.start()) {
            self.subject_before(trigger);
            bare = 1;
        }
        let limit = words.end();
        while at < limit {
            if let Some(here) = self.passage.sum_at(at) {
                let sum = self.passage.sums[here];
                // Behind another sum the complements are that one's, unless it is this one in another currency.
                if sum.start as usize > self.sum && !self.passage.is_conversion(here) {
                    break;
                }
                at = sum.end as usize;
                continue;
            }
            let word = words.at(at);
            if let Some(i) = self.passage.trigger_at(at).filter(|&i| !self.passage.is_project(i)) {
                let inner = self.passage.triggers[i];
                match inner.part {
                    Part::Preposition => {
                        at = self.offer(inner.frame.bare[0], inner.end(), true);
                        continue;
                    }
                    Part::Verb => break,
                    Part::Exchange => break,
                    Part::Link | Part::Measure | Part::Adjective | Part::Participle => {
                        // «… بلغ عدد أفرادها»: what a linking verb tells is its own.
                        linked |= inner.part == Part::Link;
                        at = inner.end();
                        continue;
                    }
                    Part::Noun | Part::Masdar if !word.has_preposition() && !inner.clitics.has_any(Clitics::PREPOSITION) => {
                        at = noun_phrase(words, inner.start(), Extent::Name).map_or(inner.end(), |np| np.end().max(inner.end()));
                        continue;
                    }
                    Part::Noun | Part::Masdar | Part::Homograph | Part::Idiom => {}
                }
            }
            if let Some(period) = period_at(words, at) {
                at = period.end();
                continue;
            }
            // «وزع وحده».
            if is_alone(words, at) {
                at += 1;
                continue;
            }
            match word.class {
                // «في سبتمبر/ أيلول».
                Class::Preposition if period_at(words, at + 1).is_some() => {
                    at = period_at(words, at + 1).map_or(at + 1, |period| period.end());
                }
                Class::Preposition => {
                    let role = role_behind(frame, words.block().word(at));
                    at = self.offer(role, at + 1, false).max(at + 1);
                }
                Class::Noun | Class::Place | Class::Foreign | Class::Number | Class::Demonstrative | Class::Quantifier | Class::Quote => {
                    let attached = self.attached(at);
                    if attached.has(Clitics::LI) {
                        at = self.offer(frame.li, at, false);
                    } else if attached.has_any(Clitics::PREPOSITION) || attached.has_any(Clitics::CONJUNCTION) {
                        at = noun_phrase(words, at, Extent::Name).map_or(at + 1, |np| np.end());
                    } else {
                        let role = if (verbal || trigger.part == Part::Masdar) && at < bare_until && !linked {
                            self.role_of_bare(trigger, bare, at)
                        } else {
                            None
                        };
                        // «كلفت الدولة 5 ملايين»: who pays for it, not what it is.
                        let pays = role == Some(Role::Purpose) && frame.bare[1] == Some(Role::Donor);
                        if pays && let Some(np) = noun_phrase(words, at, Extent::Name).filter(|np| is_somebody(self.passage, np)) {
                            self.give(Some(Role::Donor), np);
                            at = np.end();
                            continue;
                        }
                        // «مولت البحث مؤسسة العلوم»: the object stands before its subject.
                        let swapped = verbal && bare == 0 && frame.bare[1].is_some() && !pays && self.object_before_subject(at);
                        let role = if swapped { frame.bare[1] } else { second.take().or(role) };
                        second = swapped.then_some(frame.bare[0]).flatten();
                        bare += usize::from(at < bare_until);
                        at = self.offer(role, at, false);
                    }
                }
                Class::Comma | Class::Bracket | Class::Joint | Class::Adverb | Class::Particle | Class::Amount => at += 1,
                // «القرض كله كان 22 مليون درهم، من البنك …»
                Class::Auxiliary if !verbal && trigger.start() < self.sum => at += 1,
                // «إنفاق ما بين 3 و4 ملايين على …»
                Class::Relative if words.block().word_at(at + 1) == "بين" && self.passage.sum_at(at + 2).is_some() => at += 2,
                // «التي تهدف إلى …» says what for, «ما يعادل …» how much.
                Class::Relative
                    if self
                        .passage
                        .trigger_at(at + 1)
                        .is_some_and(|i| matches!(self.passage.triggers[i].part, Part::Preposition | Part::Link)) =>
                {
                    at += 1;
                }
                Class::Conjunction if words.at(at + 1).is_nominal() => at += 1,
                _ => break,
            }
        }
        let subject = frame.bare[0];
        if verbal && bare == 0 && subject.is_some() {
            self.subject_before(trigger);
        }
        let shared = match subject {
            Some(Role::Donor | Role::Giver | Role::Helper | Role::Owner) if self.slots.donor.is_none() => Some(Role::Donor),
            Some(Role::Recipient) if self.slots.recipient.is_none() => subject,
            _ => None,
        };
        // «أعلنت واشنطن عن مساعدات», «وافق البنك على قرض».
        let led_by = words.block().word_at(trigger.start().wrapping_sub(1));
        let announced = trigger.part == Part::Noun && matches!(led_by, "عن" | "علي");
        if (trigger.part == Part::Masdar || announced) && shared.is_some() {
            self.subject_of_verb_before(trigger, shared);
        }
    }

    /// What the complement at `at` is that stands without a preposition as the `nth` of them.
    fn role_of_bare(&self, trigger: &Trigger, nth: usize, at: usize) -> Option<Role> {
        let roles = trigger.frame.bare;
        let people = || noun_phrase(&self.passage.words, at, Extent::Name).is_some_and(|np| np.head.kind == Some(NounKind::People));
        // «بمنح الأسر قروضا»: people are those whom something is given.
        let given = trigger.part == Part::Masdar && nth == 0 && roles[1] == Some(Role::Recipient) && people();
        if given { roles[1] } else { roles.get(nth).copied().flatten() }
    }

    /// A noun phrase that opens the clause ends where the verb at `verb` begins: its subject, not to be sought behind it.
    fn subject_stands_before(&self, verb: usize) -> bool {
        let words = &self.passage.words;
        // «كانت الحكومة قد خصصت»
        let had = verb > words.start() && words.block().word(verb - 1) == "قد";
        let verb = verb - usize::from(had);
        words.at(verb.wrapping_sub(1)).is_nominal()
            && phrase_ending_at(words, verb, Extent::Name).is_some_and(|np| {
                let start = np.tokens().start as usize;
                self.begins_clause(start) && period_at(words, start).is_none() && !words.at(start).has_preposition()
            })
    }

    /// Nobody stands at `at`, and somebody right behind.
    fn object_before_subject(&self, at: usize) -> bool {
        let words = &self.passage.words;
        let Some(object) = noun_phrase(words, at, Extent::Name).filter(|np| !is_somebody(self.passage, np)) else { return false };
        noun_phrase(words, object.end(), Extent::Name).is_some_and(|np| {
            is_somebody(self.passage, &np) && !words.at(object.end()).has_preposition() && !words.at(object.end()).has_conjunction()
        })
    }

    /// The subject a verbal noun shares with the verb above it: «تعتزم اليابان تقديم», «تعهدت فرنسا بدفع».
    fn subject_of_verb_before(&mut self, masdar: &Trigger, role: Option<Role>) {
        let words = &self.passage.words;
        let verb = (words.start().max(masdar.start().saturating_sub(REACH))..masdar.start())
            .rev()
            .take_while(|&at| !words.at(at).ends_clause() && words.at(at).class != Class::Amount);
        let Some(verb) = verb.into_iter().find(|&at| words.at(at).class == Class::Verb) else { return };
        // A verb of the table has its own say about its subject; of «يسمح لها» it is another one.
        if self.passage.trigger_at(verb).is_some() || matches!(words.block().word_at(verb + 1), "له" | "لها" | "لهم" | "لهما") {
            return;
        }
        let behind = noun_phrase(words, verb + 1, Extent::Name)
            .filter(|np| np.end() <= masdar.start() && !words.at(verb + 1).has_preposition() && period_at(words, verb + 1).is_none());
        // Something else done stands between: «انتهت المفاوضات بإلزام الشركة بدفع».
        let from = behind.map_or(verb + 1, |np| np.end());
        if (from..masdar.start()).any(|at| words.at(at).class == Class::Noun && words.at(at).has_preposition()) {
            return;
        }
        // «سيستأنف بعد تخصيص»: a clause of its own time or reason.
        if matches!(words.block().word_at(masdar.start().wrapping_sub(1)), "بعد" | "قبل" | "منذ" | "عند" | "رغم" | "اثر" | "بسبب")
        {
            return;
        }
        match behind {
            // «كشف التقرير عن إنفاق»: a report spends nothing; «أعلن الوزير تخصيص»: nor does who tells of it.
            Some(np) if np.head.clitics.has(Clitics::AL) && !is_somebody(self.passage, &np) => {}
            // «تجري مفاوضات للحصول على»
            Some(np) if !np.tokens().range().any(|i| words.at(i).is_closed()) && !is_somebody(self.passage, &np) => {}
            Some(np)
                if np.head.kind == Some(NounKind::Title)
                    && words.at(masdar.start()).class == Class::Noun
                    && !masdar.clitics.has_any(Clitics::PREPOSITION) => {}
            Some(np) => self.give(role, np),
            None => self.subject_left_of(verb, role),
        }
    }

    /// What is attached to a word, by the table where it stands there, else by what the words tell.
    fn attached(&self, at: usize) -> Clitics {
        match self.passage.trigger_at(at) {
            Some(i) if self.passage.triggers[i].start() == at => self.passage.triggers[i].clitics,
            _ => self.passage.words.at(at).clitics,
        }
    }

    /// The genitive of a noun (قروض المصارف، إعانة الأعلاف) or the adjectives of a definite one. Moves `at` behind them;
    /// says how many bare complements there were.
    fn genitive(&mut self, trigger: &Trigger, at: &mut usize) -> usize {
        let words = &self.passage.words;
        if let Some(role) = trigger.frame.itself.filter(|_| !trigger.tokens.is_empty() && trigger.part != Part::Participle)
            && let start = self.whole_work(trigger)
            && let Some(np) = noun_phrase(words, start, Extent::Activity)
        {
            let outside = self.passage.trigger_at(start).map_or(0, |i| self.passage.triggers[i].outside);
            let np = NounPhrase { phrase: Phrase::new(np.tokens(), outside), ..np };
            self.give(Some(role), np);
        }
        let last = words.block().word(trigger.end().saturating_sub(1));
        let closed = trigger.clitics.has_any(Clitics::AL.with(Clitics::PRONOUN)) || (trigger.tokens.len() > 1 && last.starts_with("ال"));
        let describes = |at: usize| {
            let word = words.at(at);
            let free =
                word.class == Class::Noun && !word.has_preposition() && !word.has_conjunction() && self.passage.trigger_at(at).is_none();
            free && if closed {
                word.clitics.has(Clitics::AL) && word.kind != Some(NounKind::Body)
            } else {
                is_indefinite_adjective(self.passage, at)
            }
        };
        while describes(*at) {
            *at += 1;
        }
        let word = words.at(*at);
        let next = self.attached(*at);
        // «المنحة السعودية», «قرضا صينيا»: the adjective tells who gives.
        if let Some(giver) = self.giver_by_nisba(trigger, *at) {
            self.slots.donor = self.slots.donor.or(Some(giver));
        }
        if closed {
            return 0;
        }
        let indefinite = last.ends_with('ا') || *at > trigger.end();
        let nominal = word.is_nominal() || word.class == Class::Demonstrative;
        if !nominal || next.has_any(Clitics::PREPOSITION.with(Clitics::CONJUNCTION)) || indefinite {
            return 0;
        }
        if self.passage.sum_at(*at).is_some() || self.passage.trigger_at(*at).is_some_and(|i| self.passage.triggers[i].carries()) {
            return 0;
        }
        // «تقديم قروض»: the loans have complements of their own; «تمويل شراء»: a purpose.
        let money =
            |i: usize| self.passage.triggers[i].is_nominal() && self.passage.triggers[i].frame.is_funding() && !self.passage.is_project(i);
        let shares_out = trigger.frame.bare[0] == Some(Role::Purpose);
        if trigger.part == Part::Masdar && !shares_out && self.passage.trigger_at(*at).is_some_and(money) {
            return 0;
        }
        // «مساعدات زواج»: an indefinite genitive names a kind of aid, not its purpose.
        let closed = |np: &NounPhrase| np.tokens().range().any(|i| words.at(i).is_closed());
        let named = noun_phrase(words, *at, Extent::Name).is_some_and(|np| closed(&np))
            || (trigger.part == Part::Masdar && trigger.frame.bare[0] != Some(Role::Recipient))
            || trigger.frame.bare[0] == Some(Role::Purpose);
        let role = self.role_of_bare(trigger, 0, *at);
        *at = self.offer(role.filter(|_| named || word.kind.is_some()), *at, false);
        1
    }

    /// The country whose adjective describes the aid or loan before `end`.
    fn giver_by_nisba(&self, trigger: &Trigger, end: usize) -> Option<Phrase> {
        let gives = matches!(trigger.frame.bare[0], Some(Role::Giver | Role::Helper | Role::Owner)) && trigger.part == Part::Noun;
        let block = self.passage.words.block();
        (trigger.end()..end)
            .filter(|_| gives)
            .find_map(|at| block.match_at(Topic::named("nisbas"), at, Clitics::AL))
            .map(|nisba| Phrase::new(nisba.tokens, nisba.reading.outside))
    }

    /// Where a work begins, with its number and what is done with it: «تنفيذ 15 مشروعا».
    fn whole_work(&self, work: &Trigger) -> usize {
        let words = &self.passage.words;
        if work.clitics.has_any(Clitics::AL.with(Clitics::PREPOSITION).with(Clitics::CONJUNCTION)) {
            return work.start();
        }
        let mut start = work.start();
        if words.at(start - usize::from(start > words.start())).class == Class::Number {
            start -= 1;
        }
        let above = start.checked_sub(1).and_then(|at| self.passage.trigger_at(at)).map(|i| &self.passage.triggers[i]);
        above.filter(|t| t.frame.itself.is_some() && t.tokens.len() == 1 && !words.at(t.start()).is_closed()).map_or(start, Trigger::start)
    }

    /// The subject that stands before its verb, or is the antecedent of its relative clause, or the subject of the
    /// clause above («أعلنت الحكومة أنها خصصت»).
    fn subject_before(&mut self, verb: &Trigger) {
        let words = &self.passage.words;
        let before = verb.start().wrapping_sub(1);
        // «المشروع الذي رصد له مبلغ»: the antecedent is what the pronoun stands for.
        if words.at(before).class == Class::Relative && matches!(words.block().word_at(verb.end()), "له" | "لها" | "لهم" | "لهما")
        {
            if let Some(np) = phrase_ending_at(words, before, Extent::Activity) {
                self.give(verb.frame.li, np);
            }
            return;
        }
        // The verb's object pronoun stands for the antecedent: then that is no subject.
        if !(words.at(before).class == Class::Relative && verb.clitics.has(Clitics::PRONOUN)) {
            self.subject_left_of(verb.start(), verb.frame.bare[0]);
        }
    }

    fn subject_left_of(&mut self, verb: usize, role: Option<Role>) {
        let words = &self.passage.words;
        let mut at = verb;
        let passes = |at: usize| {
            matches!(words.at(at).class, Class::Particle | Class::Auxiliary | Class::Adverb | Class::Bracket) || is_alone(words, at)
        };
        while at > words.start() && passes(at - 1) {
            at -= 1;
        }
        if at == words.start() {
            return;
        }
        let before = words.at(at - 1);
        match before.class {
            Class::Relative => {
                // «المصرف العربي، الذي يساهم»
                let end = at - 1 - usize::from(words.at(at.wrapping_sub(2)).class == Class::Comma);
                if let Some(np) = phrase_ending_at(words, end, Extent::Name).filter(|np| np.phrase.outside == 0) {
                    self.give(role, np);
                }
            }
            Class::Subordinator
                if words.block().word(at - 1).ends_with('ه')
                    || words.block().word(at - 1).ends_with("ها")
                    || words.block().word(at - 1).ends_with("هم") =>
            {
                if let Some(np) = self.subject_above(at - 1) {
                    self.give(role, np);
                }
            }
            Class::Verb => {
                // «تعتزم الحكومة», «يعتزم تخصيص»: two verbs share a subject.
                let np = noun_phrase(words, at, Extent::Name).filter(|np| np.end() <= verb);
                if let Some(np) = np {
                    self.give(role, np);
                }
            }
            _ if before.is_nominal() || before.class == Class::Quote => {
                let np = phrase_ending_at(words, at, Extent::Name)
                    .filter(|np| self.begins_clause(np.tokens().start as usize))
                    .or_else(|| self.clause_subject(at));
                if let Some(np) = np {
                    self.give(role, np);
                }
            }
            _ => {}
        }
    }

    fn begins_clause(&self, at: usize) -> bool {
        let words = &self.passage.words;
        at == words.start()
            || words.at(at).has_conjunction()
            || matches!(
                words.at(at - 1).class,
                Class::Stop
                    | Class::Subordinator
                    | Class::Comma
                    | Class::Conjunction
                    | Class::Particle
                    | Class::Auxiliary
                    | Class::Quote
                    | Class::Joint
            )
    }

    /// The noun phrase that opens the clause which ends at `before`.
    fn clause_subject(&self, before: usize) -> Option<NounPhrase> {
        let words = &self.passage.words;
        let mut start = before;
        let floor = words.start().max(before.saturating_sub(REACH));
        while start > floor && !matches!(words.at(start - 1).class, Class::Stop | Class::Subordinator | Class::Verb | Class::Conjunction) {
            start -= 1;
        }
        let np = noun_phrase(words, start, Extent::Name)?;
        (np.end() <= before && np.head.class != Class::Number && !words.at(start).has_preposition() && self.begins_clause(start))
            .then_some(np)
    }

    /// The subject of the clause that the subordinator at `at` depends on.
    fn subject_above(&self, at: usize) -> Option<NounPhrase> {
        let words = &self.passage.words;
        let verb = (words.start().max(at.saturating_sub(REACH))..at).rev().find(|&i| words.at(i).class == Class::Verb)?;
        noun_phrase(words, verb + 1, Extent::Name)
            .filter(|np| np.end() <= at && !words.at(verb + 1).has_preposition() && period_at(words, verb + 1).is_none())
            .or_else(|| phrase_ending_at(words, verb, Extent::Name))
    }

    /// Reads the phrase at `at` and gives it its role; returns where it ends.
    fn offer(&mut self, role: Option<Role>, at: usize, certain: bool) -> usize {
        let words = &self.passage.words;
        let Some(name) = noun_phrase(words, at, Extent::Name) else { return at + 1 };
        let Some(role) = role else { return name.end() };
        if period_at(words, at).is_some() {
            return name.end();
        }
        let somebody = is_somebody(self.passage, &name);
        let phrase = match role {
            Role::Purpose => noun_phrase(words, at, Extent::Activity),
            Role::Aim | Role::Giver | Role::Helper if !somebody => noun_phrase(words, at, Extent::Activity),
            // Behind من only who can give is a donor.
            Role::Donor if !somebody && !certain && words.at(at - 1).class == Class::Preposition => return name.end(),
            _ => Some(name),
        };
        if let Some(phrase) = phrase {
            self.give(Some(role), phrase);
            return phrase.end();
        }
        name.end()
    }

    fn give(&mut self, role: Option<Role>, np: NounPhrase) {
        let Some(role) = role else { return };
        let somebody = is_somebody(self.passage, &np);
        // «اعتمدت مشاريع»: unnamed works give nothing either.
        let head = self.passage.trigger_at(np.head_at).map(|i| &self.passage.triggers[i]);
        let works = |t: &Trigger| t.frame.itself == Some(Role::Purpose) && np.tokens().len() == 1 && !np.head.is_closed();
        // «تصرف على أربع دفعات»: nor does a measure get anything.
        if head.is_some_and(|t| t.part == Part::Measure) {
            return;
        }
        let thing = head.is_some_and(works);
        // «لأجل سبع سنوات»: how long is not what for.
        if np.head.kind == Some(NounKind::Time) && matches!(role, Role::Purpose | Role::Aim | Role::Giver | Role::Helper) {
            return;
        }
        // «وقعت عقدين»: nor is a contract without a word of what it is about.
        if role == Role::Purpose && np.tokens().len() == 1 && head.is_some_and(is_contract) {
            return;
        }
        // «2015م»: the letter of a date.
        let letter = self.passage.words.block().word(np.head_at).chars().nth(1).is_none();
        if (thing || letter) && matches!(role, Role::Donor | Role::Recipient | Role::Keeper) {
            return;
        }
        // «ذهبت رشى», «منح 210 أسر قروضا»: what is given gives nothing, nor does a number of things or an indefinite accusative.
        if role == Role::Donor && !somebody && cannot_give(self.passage, &np) {
            return;
        }
        // A quality, a time or a quantity gives nothing.
        if matches!(role, Role::Donor | Role::Recipient | Role::Keeper)
            && matches!(
                np.head.kind,
                Some(NounKind::Adjective | NounKind::Quantity | NounKind::Time | NounKind::Joined | NounKind::Activity | NounKind::Aid)
            )
        {
            return;
        }
        // «لتمويل الطرق»: what is financed is what the money is for.
        let np = match head {
            Some(t) if t.frame.bare[0] == Some(Role::Giver) && t.part == Part::Masdar && matches!(role, Role::Purpose | Role::Aim) => {
                noun_phrase(&self.passage.words, t.end(), Extent::Activity).filter(|inner| inner.end() <= np.end()).unwrap_or(np)
            }
            _ => np,
        };
        let slot = match role {
            Role::Donor => &mut self.slots.donor,
            Role::Recipient => &mut self.slots.recipient,
            Role::Keeper => &mut self.slots.keeper,
            Role::Purpose => &mut self.slots.purpose,
            Role::Channel => &mut self.slots.channel,
            Role::Helper if np.head.kind == Some(NounKind::People) => &mut self.slots.recipient,
            Role::Giver | Role::Helper if somebody => &mut self.slots.donor,
            Role::Aim if somebody => &mut self.slots.recipient,
            Role::Owner if somebody => &mut self.slots.donor,
            Role::Owner => return,
            Role::Giver | Role::Helper | Role::Aim => &mut self.slots.purpose,
        };
        if slot.is_some() {
            return;
        }
        *slot = Some(np.phrase);
        // «لمساعدة اللاجئين»: what is done and to whom.
        if np.head.kind == Some(NounKind::Aid)
            && let Some(inner) = noun_phrase(&self.passage.words, np.head_at + 1, Extent::Name)
            && inner.end() <= np.end()
            && is_somebody(self.passage, &inner)
        {
            self.slots.recipient = self.slots.recipient.or(Some(inner.phrase));
        }
    }
}

/// The phrase is a time, a number of things, an object or the money itself.
fn cannot_give(passage: &Passage, np: &NounPhrase) -> bool {
    let words = &passage.words;
    let start = np.tokens().start as usize;
    let counted = words.at(start).class == Class::Number;
    let accusative = !np.head.is_closed() && words.block().word(np.head_at).ends_with('ا');
    let money = passage.trigger_at(np.head_at).is_some_and(|i| passage.triggers[i].is_nominal() && !np.head.is_closed());
    let elative = matches!(words.block().word(np.head_at), "اكثر" | "اقل" | "ازيد");
    counted || accusative || money || elative || period_at(words, start).is_some()
}

fn is_alone(words: &Words, at: usize) -> bool {
    matches!(words.block().word(at), "وحده" | "وحدها" | "وحدهم") && words.at(at).class == Class::Noun
}

fn role_behind(frame: &Frame, preposition: &str) -> Option<Role> {
    match preposition {
        "ل" => frame.li,
        "الي" => frame.ila,
        "علي" => frame.ala,
        "في" => frame.fi,
        "من" => frame.min,
        _ => None,
    }
}

/// Describes the indefinite noun before it: a nisba (مالية، إنسانية) or one of the adjectives of the lexicon.
fn is_indefinite_adjective(passage: &Passage, at: usize) -> bool {
    let word = passage.words.at(at);
    let nisba = is_indefinite_nisba(&passage.words, at);
    !word.is_closed() && (word.kind == Some(NounKind::Adjective) || (word.kind.is_none() && nisba))
}

/// The phrase names somebody: a place, a body, people.
fn is_somebody(passage: &Passage, np: &NounPhrase) -> bool {
    let words = &passage.words;
    let head = np.head;
    match head.kind {
        Some(NounKind::Body | NounKind::People | NounKind::Title) => return true,
        Some(_) => return false,
        None => {}
    }
    if head.class == Class::Place {
        return true;
    }
    // Sound masculine plurals are people: المقاولين، المزارعون.
    let word = words.block().word(np.head_at);
    let closed = head.clitics.has(Clitics::AL);
    closed && (word.ends_with("ين") || word.ends_with("ون")) && word.len() >= 14
}
