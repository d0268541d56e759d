//! The complements of a word that governs a sum: what stands behind it, with a preposition or without.

use super::agreement::lends;
use super::cost::is_contract;
use super::frame::{Frame, Part, Role, Trigger};
use super::passage::Passage;
use super::period::period_at;
use super::roles::{approximation, is_somebody};
use super::slots::Slots;
use super::told::{Above, who_is_told};
use crate::lexicon::topic;
use crate::phrases::{Class, Extent, NounKind, NounPhrase, Words, is_indefinite_nisba, noun_phrase, phrase_ending_at};
use crate::text::{Clitics, Phrase, Span};

pub struct Complements<'p, 'd> {
    pub passage: &'p Passage<'d>,
    pub sum: usize,
    pub slots: &'p mut Slots,
}

/// What has been read of the complements of one word.
struct Read {
    trigger: Trigger,
    /// Complements without a preposition so far.
    bare: usize,
    /// What the second of them is, if the first has taken its place.
    second: Option<Role>,
    /// A linking verb stands before what follows.
    linked: bool,
    /// Where such complements end.
    bare_until: usize,
}

impl Read {
    fn verbal(&self) -> bool {
        self.trigger.part == Part::Verb
    }
}

impl Complements<'_, '_> {
    pub fn of(&mut self, trigger: &Trigger) {
        let words = &self.passage.words;
        let mut at = trigger.end();
        // What stands without a preposition behind the sum is no complement of a verb before it.
        let bare_until = if trigger.start() < self.sum { self.sum } else { words.end() };
        let mut read = Read { trigger: *trigger, bare: 0, second: None, linked: false, bare_until };
        if trigger.part == Part::Participle
            && let Some(role) = trigger.frame.itself
            && let Some(np) = phrase_ending_at(words, trigger.start(), Extent::Activity).or_else(|| self.described_by(trigger))
        {
            // «المشروع ممول من …»
            self.give(Some(role), np);
        }
        if read.verbal() {
            self.object_before(trigger);
        }
        if !read.verbal() {
            read.bare = self.genitive(trigger, &mut at);
        } else if trigger.frame.bare[0].is_some() && self.subject_stands_before(trigger.start()) {
            self.subject_before(trigger);
            read.bare = 1;
        } else if self.describes(trigger) {
            read.bare = 1;
        } else if trigger.frame.bare[1].is_some() && self.subject_is_a_pronoun(trigger.start()) {
            self.subject_before(trigger);
            read.bare = 1;
        }
        while at < words.end() {
            let Some(next) = self.go_on(at, &mut read) else { break };
            at = next;
        }
        self.subject_elsewhere(trigger, read.bare);
    }

    /// Takes what stands at `at` for a complement if it is one; where to go on, `None` where the complements end.
    fn go_on(&mut self, at: usize, read: &mut Read) -> Option<usize> {
        let words = &self.passage.words;
        if let Some(here) = self.passage.sum_at(at) {
            let sum = self.passage.sums[here];
            // Behind another sum the complements are that one's, unless it is this one in another currency.
            let another = sum.start as usize > self.sum && !self.passage.is_conversion(here);
            return (!another).then_some(sum.end as usize);
        }
        if let Some(i) = self.passage.trigger_at(at).filter(|&i| !self.passage.is_project(i)) {
            let inner = self.passage.triggers[i];
            match inner.part {
                Part::Preposition => return Some(self.offer(inner.frame.bare[0], inner.end(), true)),
                Part::Verb | Part::Exchange => return None,
                Part::Link | Part::Measure | Part::Adjective | Part::Participle => {
                    // «… بلغ عدد أفرادها»: what a linking verb tells is its own.
                    read.linked |= inner.part == Part::Link;
                    return Some(behind_adjective(words, &inner));
                }
                Part::Noun | Part::Masdar if !words.at(at).has_preposition() && !inner.clitics.has_any(Clitics::PREPOSITION) => {
                    let phrase = noun_phrase(words, inner.start(), Extent::Name);
                    return Some(phrase.map_or(inner.end(), |np| np.end().max(inner.end())));
                }
                Part::Noun | Part::Masdar | Part::Homograph | Part::Idiom => {}
            }
        }
        if let Some(period) = period_at(words, at) {
            return Some(period.end());
        }
        // «مساعدات لنحو 300 أسرة»
        if let Some((end, clitics)) = approximation(words, at) {
            return Some(self.offer(read.trigger.frame.li.filter(|_| clitics.has(Clitics::LI)), end, false));
        }
        // «وزع وحده».
        if is_alone(words, at) {
            return Some(at + 1);
        }
        self.word_of_no_table(at, read)
    }

    /// [`Self::go_on`] with a word that the table does not hold.
    fn word_of_no_table(&mut self, at: usize, read: &mut Read) -> Option<usize> {
        let words = &self.passage.words;
        let leads_to =
            |at: usize, parts: [Part; 2]| self.passage.trigger_at(at).is_some_and(|i| parts.contains(&self.passage.triggers[i].part));
        match words.at(at).class {
            // «في سبتمبر/ أيلول».
            Class::Preposition if period_at(words, at + 1).is_some() => period_at(words, at + 1).map(|period| period.end()),
            Class::Preposition => {
                let role = role_behind(read.trigger.frame, words.block().word(at)).filter(|_| !is_partitive(words, at));
                // «تستثمر 5 ملايين لتوسيع مصنعها في طنجة»: where that is done.
                let located = words.block().word(at) == "في" && role == Some(Role::Aim) && self.slots.purpose.is_some();
                let role = role.filter(|_| !located);
                Some(self.offer(role, at + 1, false).max(at + 1))
            }
            Class::Noun | Class::Place | Class::Foreign | Class::Number | Class::Demonstrative | Class::Quantifier | Class::Quote => {
                Some(self.nominal(at, read))
            }
            // «تبرعا بقيمة 5 ملايين؛ لدعم اللاجئين»
            Class::Stop if words.block().word(at) == "؛" && at + 1 < words.end() && self.attached(at + 1).has(Clitics::LI) => Some(at + 1),
            Class::Comma | Class::Bracket | Class::Joint | Class::Adverb | Class::Particle | Class::Amount => Some(at + 1),
            // «القرض كله كان 22 مليون درهم، من البنك …»
            Class::Auxiliary if !read.verbal() && read.trigger.start() < self.sum => Some(at + 1),
            // «إنفاق ما بين 3 و4 ملايين على …»
            Class::Relative if words.block().word_at(at + 1) == "بين" && self.passage.sum_at(at + 2).is_some() => Some(at + 2),
            // «التي تهدف إلى …» says what for, «ما يعادل …» how much.
            Class::Relative if leads_to(at + 1, [Part::Preposition, Part::Link]) => Some(at + 1),
            Class::Conjunction if words.at(at + 1).is_nominal() => Some(at + 1),
            _ => None,
        }
    }

    /// Takes the phrase at `at`, which no preposition stands before; where it ends.
    fn nominal(&mut self, at: usize, read: &mut Read) -> usize {
        let words = &self.passage.words;
        let (trigger, frame) = (read.trigger, read.trigger.frame);
        let attached = self.attached(at);
        if attached.has(Clitics::LI) {
            return self.offer(frame.li, at, false);
        }
        if attached.has_any(Clitics::PREPOSITION) || attached.has_any(Clitics::CONJUNCTION) {
            return noun_phrase(words, at, Extent::Name).map_or(at + 1, |np| np.end());
        }
        let counts = (read.verbal() || trigger.part == Part::Masdar) && at < read.bare_until && !read.linked;
        let role = if counts { self.role_of_bare(&trigger, read.bare, at) } else { None };
        // «كلفت الدولة 5 ملايين»: who pays for it, not what it is.
        let pays = role == Some(Role::Purpose) && frame.bare[1] == Some(Role::Donor);
        if pays && let Some(np) = noun_phrase(words, at, Extent::Name).filter(|np| is_somebody(self.passage, np)) {
            self.give(Some(Role::Donor), np);
            return np.end();
        }
        // «ويمول المشروع بـ5 ملايين»: a thing that is named alone does not finance.
        let free = |at: usize| words.at(at).is_nominal() && !words.at(at).has_preposition();
        let thing_alone = |np: NounPhrase| !is_somebody(self.passage, &np) && !free(np.end());
        let may_be_passive = read.verbal() && read.bare == 0 && frame.bare == [Some(Role::Donor), Some(Role::Purpose)];
        let passive = may_be_passive && (role.is_none() || noun_phrase(words, at, Extent::Name).is_some_and(thing_alone));
        let role = if passive { frame.bare[1] } else { role };
        // «مولت البحث مؤسسة العلوم»: the object stands before its subject.
        let swapped = read.verbal() && read.bare == 0 && frame.bare[1].is_some() && !pays && self.object_before_subject(at);
        let role = if swapped { frame.bare[1] } else { read.second.take().or(role) };
        read.second = swapped.then_some(frame.bare[0]).flatten();
        read.bare += usize::from(at < read.bare_until);
        self.offer(role, at, false)
    }

    /// Who acts, where none of the `bare` complements behind the word is he: before a verb, or the subject of the verb above.
    fn subject_elsewhere(&mut self, trigger: &Trigger, bare: usize) {
        let subject = trigger.frame.bare[0];
        if trigger.part == Part::Verb && bare == 0 && subject.is_some() {
            self.subject_before(trigger);
        }
        let shared = match subject {
            Some(Role::Donor | Role::Giver | Role::Helper | Role::Owner) if self.slots.donor.is_none() => Some(Role::Donor),
            Some(Role::Recipient) if self.slots.recipient.is_none() => subject,
            _ => None,
        };
        // «أعلنت واشنطن عن مساعدات», «وافق البنك على قرض».
        let led_by = self.passage.words.block().word_at(trigger.start().wrapping_sub(1));
        let announced = trigger.part == Part::Noun && matches!(led_by, "عن" | "علي");
        if (trigger.part == Part::Masdar || announced) && shared.is_some() {
            match who_is_told(self.passage, trigger) {
                Above::Told(np) => self.give(shared, np),
                Above::Untold => {}
                Above::NoCommand => self.subject_of_verb_before(trigger, shared),
            }
        }
    }

    /// «المشروع الممول من …»: the participle goes on with the phrase that it describes.
    fn described_by(&self, participle: &Trigger) -> Option<NounPhrase> {
        let whole = phrase_ending_at(&self.passage.words, participle.end(), Extent::Activity)?;
        let start = whole.tokens().start as usize;
        let phrase = Phrase::new(Span::of(start..participle.start()), whole.phrase.outside);
        (start < participle.start()).then_some(NounPhrase { phrase, ..whole })
    }

    /// «المشروعات التي تدعم النهضة»: the verb describes what stands before it, and behind it stands its object.
    fn describes(&self, verb: &Trigger) -> bool {
        let words = &self.passage.words;
        let relative = words.at(verb.start().wrapping_sub(1)).class == Class::Relative && !verb.clitics.has(Clitics::PRONOUN);
        let bare = noun_phrase(words, verb.end(), Extent::Name).filter(|_| !words.at(verb.end()).has_preposition());
        relative && verb.frame.bare[1].is_some() && bare.is_some_and(|np| !is_somebody(self.passage, &np))
    }

    /// What the complement at `at` is that stands without a preposition as the `nth` of them.
    fn role_of_bare(&self, trigger: &Trigger, nth: usize, at: usize) -> Option<Role> {
        let roles = trigger.frame.bare;
        let words = &self.passage.words;
        // «بمنح الأسر قروضا»: whoever stands alone before what is given gets it, unless he lends.
        let alone = || {
            noun_phrase(words, at, Extent::Name).is_some_and(|np| {
                let next = noun_phrase(words, np.end(), Extent::Name).filter(|_| !words.at(np.end()).has_preposition());
                np.head.kind == Some(NounKind::People)
                    || (!lends(words, np.phrase) && next.is_none_or(|next| !is_somebody(self.passage, &next)))
            })
        };
        // «تبرع سامر الحلبي بـ…»: of a verb the first is who acts.
        if trigger.part == Part::Verb && nth == 0 && matches!(roles[0], Some(Role::Giver | Role::Helper)) {
            return Some(Role::Donor);
        }
        let given = trigger.part == Part::Masdar && nth == 0 && roles[1] == Some(Role::Recipient) && alone();
        if given { roles[1] } else { roles.get(nth).copied().flatten() }
    }

    /// Nobody stands at `at`, and somebody right behind.
    fn object_before_subject(&self, at: usize) -> bool {
        let words = &self.passage.words;
        let Some(object) = noun_phrase(words, at, Extent::Name).filter(|np| !is_somebody(self.passage, np)) else { return false };
        noun_phrase(words, object.end(), Extent::Name).is_some_and(|np| {
            is_somebody(self.passage, &np) && !words.at(object.end()).has_preposition() && !words.at(object.end()).has_conjunction()
        })
    }

    /// What is attached to a word, by the table where it stands there, else by what the words tell.
    pub fn attached(&self, at: usize) -> Clitics {
        match self.passage.trigger_at(at) {
            Some(i) if self.passage.triggers[i].start() == at => self.passage.triggers[i].clitics,
            _ => self.passage.words.at(at).clitics,
        }
    }

    /// The genitive of a noun (قروض المصارف، إعانة الأعلاف) or the adjectives of a definite one. Moves `at` behind them;
    /// says how many bare complements there were.
    fn genitive(&mut self, trigger: &Trigger, at: &mut usize) -> usize {
        self.give_itself(trigger);
        *at = self.behind_adjectives(trigger, *at);
        // «المنحة السعودية», «قرضا صينيا»: the adjective tells who gives.
        if let Some(giver) = self.giver_by_nisba(trigger, *at) {
            self.slots.donor = self.slots.donor.or(Some(giver));
        }
        if !self.has_genitive(trigger, *at) {
            return 0;
        }
        *at = self.offer(self.role_of_genitive(trigger, *at), *at, false);
        1
    }

    /// What the word is itself, with all that belongs to it: «مشروع ازدواج الطريق».
    fn give_itself(&mut self, trigger: &Trigger) {
        if let Some(role) = trigger.frame.itself.filter(|_| !trigger.tokens.is_empty() && trigger.part != Part::Participle)
            && let start = self.whole_work(trigger)
            && let Some(np) = noun_phrase(&self.passage.words, start, Extent::Activity)
        {
            let outside = self.passage.trigger_at(start).map_or(np.phrase.outside, |i| self.passage.triggers[i].outside);
            let np = NounPhrase { phrase: Phrase::new(np.tokens(), outside), ..np };
            self.give(Some(role), np);
        }
    }

    fn behind_adjectives(&self, trigger: &Trigger, from: usize) -> usize {
        let words = &self.passage.words;
        let closed = is_closed(words, trigger);
        let describes = |at: &usize| {
            let word = words.at(*at);
            let free =
                word.class == Class::Noun && !word.has_preposition() && !word.has_conjunction() && self.passage.trigger_at(*at).is_none();
            free && if closed {
                word.clitics.has(Clitics::AL) && word.kind != Some(NounKind::Body)
            } else {
                is_indefinite_adjective(self.passage, *at)
            }
        };
        from + (from..).take_while(describes).count()
    }

    /// What stands at `at`, behind its adjectives, is a genitive of the word.
    fn has_genitive(&self, trigger: &Trigger, at: usize) -> bool {
        let words = &self.passage.words;
        let word = words.at(at);
        let nominal = word.is_nominal() || word.class == Class::Demonstrative;
        let described = at > trigger.end();
        let indefinite = described || words.block().word(trigger.end().saturating_sub(1)).ends_with('ا');
        if is_closed(words, trigger) || !nominal || indefinite || self.attached(at).has_any(Clitics::PREPOSITION.with(Clitics::CONJUNCTION))
        {
            return false;
        }
        let inner = self.passage.trigger_at(at).map(|i| (i, &self.passage.triggers[i]));
        // «تقديم قروض»: the loans have complements of their own; «تمويل شراء»: a purpose.
        let shares_out = trigger.frame.bare[0] == Some(Role::Purpose);
        let of_money = |(i, inner): (usize, &Trigger)| inner.is_nominal() && inner.frame.is_funding() && !self.passage.is_project(i);
        let provides_money = trigger.part == Part::Masdar && !shares_out && inner.is_some_and(of_money);
        self.passage.sum_at(at).is_none() && !provides_money && inner.is_none_or(|(_, inner)| !inner.carries())
    }

    fn role_of_genitive(&self, trigger: &Trigger, at: usize) -> Option<Role> {
        let words = &self.passage.words;
        let np = noun_phrase(words, at, Extent::Name);
        let closed = |np: &NounPhrase| np.tokens().range().any(|i| words.at(i).is_closed());
        let gets = trigger.frame.bare[0] == Some(Role::Recipient);
        // «مساعدات زواج»: an indefinite genitive names a kind of aid, not its purpose.
        // «صكوك مقومة بالدولار»: nor does it get anything.
        let named = np.is_some_and(|np| closed(&np) && (!gets || np.head.is_closed() || is_somebody(self.passage, &np)))
            || (trigger.part == Part::Masdar && !gets)
            || trigger.frame.bare[0] == Some(Role::Purpose)
            || words.at(at).kind.is_some();
        // «تأمين معدات»: what no list knows as somebody and nothing makes definite is what is provided.
        let provided = np.is_some_and(|np| !closed(&np) && !is_somebody(self.passage, &np));
        self.role_of_bare(trigger, 0, at).filter(|&role| named && (role != Role::Donor || !provided))
    }

    /// The country whose adjective describes the aid or loan before `end`.
    fn giver_by_nisba(&self, trigger: &Trigger, end: usize) -> Option<Phrase> {
        let gives = matches!(trigger.frame.bare[0], Some(Role::Giver | Role::Helper | Role::Owner)) && trigger.part == Part::Noun;
        let block = self.passage.words.block();
        (trigger.end()..end)
            // «دعما ماليا» is of no country.
            .filter(|&at| gives && self.passage.words.at(at).kind != Some(NounKind::Adjective))
            .find_map(|at| block.match_at(topic::NISBAS, at, Clitics::AL))
            .map(|nisba| Phrase::new(nisba.tokens, nisba.reading.outside))
    }

    /// Where a work begins, with its number and what is done with it: «تنفيذ 15 مشروعا», «مشروع ازدواج طريق الساحل».
    fn whole_work(&self, work: &Trigger) -> usize {
        const NEAR: usize = 6;
        let words = &self.passage.words;
        let begins = |at: usize| at - usize::from(at > words.start() && words.at(at - 1).class == Class::Number);
        let attached = Clitics::AL.with(Clitics::PREPOSITION).with(Clitics::CONJUNCTION);
        let start = if work.clitics.has_any(attached) { work.start() } else { begins(work.start()) };
        let of_it = |t: &&Trigger| {
            let works = t.frame.itself == Some(Role::Purpose) && t.part == Part::Noun && !is_contract(t);
            works && t.tokens.len() == 1 && noun_phrase(words, t.start(), Extent::Activity).is_some_and(|np| np.end() > work.start())
        };
        let near = self.passage.triggers_in(work.start().saturating_sub(NEAR)..work.start());
        let start = near.iter().find(of_it).map_or(start, |t| t.start().min(start));
        // «إصلاح الجسر», «تحسين وتطوير الطريق»: what is done to it.
        let done = |start: usize| {
            let before = words.at(start.wrapping_sub(1));
            let here = words.at(start);
            let coordinated = here.kind == Some(NounKind::Activity) && here.has_conjunction();
            let activity = before.kind == Some(NounKind::Activity) && !before.is_closed();
            activity && !here.has_preposition() && (coordinated || !here.has_conjunction())
        };
        (words.start().max(start.saturating_sub(NEAR))..start).rev().take_while(|&before| done(before + 1)).last().unwrap_or(start)
    }
}

/// The token behind a word that says how much, and behind its adjective: «الشريحة الخامسة», «المبلغ الإجمالي».
fn behind_adjective(words: &Words, measure: &Trigger) -> usize {
    let next = words.at(measure.end());
    let free = next.class == Class::Noun && !next.has_preposition() && !next.has_conjunction();
    let describes = free && next.clitics.has(Clitics::AL) && matches!(next.kind, None | Some(NounKind::Adjective));
    measure.end() + usize::from(measure.part == Part::Measure && measure.clitics.has(Clitics::AL) && describes)
}

/// The word, or the last of its words, has the article or a pronoun: no genitive follows.
fn is_closed(words: &Words, trigger: &Trigger) -> bool {
    let last = words.block().word(trigger.end().saturating_sub(1));
    trigger.clitics.has_any(Clitics::AL.with(Clitics::PRONOUN)) || (trigger.tokens.len() > 1 && last.starts_with("ال"))
}

/// «762 ألفا من أطفال المدارس», «كل من الأردن ومصر»: behind this من stands what is counted, nobody who gives.
fn is_partitive(words: &Words, at: usize) -> bool {
    let before = words.at(at.wrapping_sub(1));
    let counts = matches!(before.class, Class::Number | Class::Quantifier) || before.kind == Some(NounKind::Quantity);
    words.block().word(at) == "من" && counts
}

pub fn is_alone(words: &Words, at: usize) -> bool {
    matches!(words.block().word_at(at), "وحده" | "وحدها" | "وحدهم") && words.at(at).class == Class::Noun
}

pub fn role_behind(frame: &Frame, preposition: &str) -> Option<Role> {
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
