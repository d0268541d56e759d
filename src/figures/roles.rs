//! What a phrase may be to a sum: whether it names somebody, and which slot it fills.

use super::complements::Complements;
use super::cost::is_contract;
use super::figure_words::{FigureWord, figure_word};
use super::frame::{Part, Role, Trigger, WEAK_NOUN};
use super::passage::Passage;
use super::period::period_at;
use crate::analysis::Phase;
use crate::lexicon::topic;
use crate::phrases::{Class, Extent, NounKind, NounPhrase, Words, is_region, noun_phrase};
use crate::text::{Clitics, Phrase};

impl Complements<'_, '_> {
    /// Reads the phrase at `at` and gives it its role; returns where it ends.
    pub(super) fn offer(&mut self, role: Option<Role>, at: usize, certain: bool) -> usize {
        let words = &self.passage.words;
        // «على أكثر من 1000 أسرة»
        let at = approximation(words, at).map_or(at, |(end, _)| end);
        // «لكل من الأردن ومصر»
        let at = if words.bare(at) == "كل" && words.block().word_at(at + 1) == "من" { at + 2 } else { at };
        let Some(name) = noun_phrase(words, at, Extent::Name) else { return at + 1 };
        let name = if role == Some(Role::Donor) { whose_board(words, name) } else { name };
        let Some(role) = role else { return name.end() };
        // «في حسابات المستفيدين»: whose account it is gets it.
        if matches!(role, Role::Aim | Role::Recipient) && is_account(words, &name) {
            return self.offer(Some(Role::Recipient), name.head_at + 1, false).max(name.end());
        }
        if period_at(words, at).is_some() {
            return name.end();
        }
        // «استثمار 5 ملايين في قطاع النقل»: a branch of the economy is what for.
        let sector = words.block().word_at(at.wrapping_sub(1)) == "في" && is_sector(words.block().word(name.head_at));
        let role = if sector && role == Role::Aim { Role::Purpose } else { role };
        // «اتفاقية بقيمة 5 ملايين للنيجر»: a place by itself is nothing to be done.
        let to_place =
            role == Role::Purpose && self.slots.purpose.is_none() && self.attached(at).has(Clitics::LI) && name.head.class == Class::Place;
        let role = if to_place { Role::Recipient } else { role };
        let somebody = is_somebody(self.passage, &name);
        let phrase = match role {
            Role::Purpose | Role::Work => noun_phrase(words, at, Extent::Activity),
            Role::Aim | Role::Giver | Role::Helper if !somebody => noun_phrase(words, at, Extent::Activity),
            // Behind من only who can give is a donor.
            Role::Donor if !somebody && !certain && words.at(at - 1).class == Class::Preposition => return name.end(),
            _ => Some(name),
        };
        if let Some(phrase) = phrase {
            let phrase = if matches!(role, Role::Purpose | Role::Work | Role::Aim) { self.with_what_help_is_for(phrase) } else { phrase };
            self.give(Some(role), phrase);
            return phrase.end();
        }
        name.end()
    }

    /// «مساعدة الأردن في تحمل كلفة اللجوء», «دعم المزارعين على شراء البذور»: with what somebody is helped to do.
    fn with_what_help_is_for(&self, help: NounPhrase) -> NounPhrase {
        let words = &self.passage.words;
        let at = help.end();
        let done = words.at(at + 1);
        let leads = match words.block().word_at(at) {
            "في" => done.kind == Some(NounKind::Activity) && !done.has_preposition(),
            "علي" => done.class == Class::Noun && matches!(done.kind, None | Some(NounKind::Activity)) && !done.has_preposition(),
            _ => false,
        };
        let act = noun_phrase(words, at + 1, Extent::Activity).filter(|_| leads && help.head.kind == Some(NounKind::Aid));
        let whole = |act: NounPhrase| Phrase::new(help.tokens().join(act.tokens()), help.phrase.outside);
        act.map_or(help, |act| NounPhrase { phrase: whole(act), ..help })
    }

    pub(super) fn give(&mut self, role: Option<Role>, np: NounPhrase) {
        // «جاء قطاع النقل ثانيا باستثمارات …»: what for.
        let of_branch = |role| if role == Role::Donor && is_branch(&self.passage.words, &np) { Role::Purpose } else { role };
        let Some(role) = role.map(of_branch).filter(|&role| self.may_be(role, &np)) else { return };
        let np = if role == Role::Donor { whose_board(&self.passage.words, np) } else { np };
        let gives = matches!(role, Role::Donor | Role::Giver | Role::Helper | Role::Owner);
        let somebody = is_somebody(self.passage, &np) && !(gives && is_branch(&self.passage.words, &np));
        let head = self.passage.trigger_at(np.head_at).map(|i| &self.passage.triggers[i]);
        let thing = head.is_some_and(|t| is_unnamed_work(t, &np));
        // «لتمويل الطرق»: what is financed is what the money is for.
        let np = match head {
            Some(t) if finances(t) && matches!(role, Role::Purpose | Role::Aim) => {
                noun_phrase(&self.passage.words, t.end(), Extent::Activity).filter(|inner| inner.end() <= np.end()).unwrap_or(np)
            }
            // «عقد إنشاء الجسر»: the work, not the contract, which says nothing by itself («وقعت عقدين»).
            Some(t) if is_contract(t) && role == Role::Purpose => match self.work_of(t, np.end()) {
                Some(work) => work,
                None => return,
            },
            _ => np,
        };
        let slot = match role {
            Role::Donor => &mut self.slots.donor,
            Role::Recipient => &mut self.slots.recipient,
            Role::Keeper => &mut self.slots.keeper,
            Role::Work => &mut self.slots.work,
            Role::Purpose if thing => &mut self.slots.work,
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

    /// The phrase may have the role, whatever the word says that it stands with.
    fn may_be(&self, role: Role, np: &NounPhrase) -> bool {
        let head = self.passage.trigger_at(np.head_at).map(|i| &self.passage.triggers[i]);
        // «تصرف على أربع دفعات»: a measure or a contract gets nothing.
        if head.is_some_and(|t| t.part == Part::Measure || (role == Role::Recipient && is_contract(t))) {
            return false;
        }
        // «لأجل سبع سنوات»: how long is not what for.
        if matches!(role, Role::Purpose | Role::Aim | Role::Giver | Role::Helper) {
            // «برنامج لدعمها»: says nothing by itself.
            let of_it = np.head.kind == Some(NounKind::Aid) && np.head.clitics.has(Clitics::PRONOUN) && np.tokens().len() == 1;
            return np.head.kind != Some(NounKind::Time) && !of_it;
        }
        if !matches!(role, Role::Donor | Role::Recipient | Role::Keeper) {
            return true;
        }
        // «2015م»: the letter of a date.
        let letter = self.passage.words.block().word(np.head_at).chars().nth(1).is_none();
        // A quality, a time or a quantity gives nothing.
        let nobody = matches!(
            np.head.kind,
            Some(NounKind::Adjective | NounKind::Quantity | NounKind::Time | NounKind::Joined | NounKind::Activity | NounKind::Aid)
        );
        // «ذهبت رشى», «منح 210 أسر قروضا»: what is given gives nothing, nor does a number of things or an indefinite accusative.
        let given = || role == Role::Donor && !is_somebody(self.passage, np) && cannot_give(self.passage, np);
        !(letter || nobody || head.is_some_and(|t| is_unnamed_work(t, np)) || given())
    }

    /// What a contract is about that heads a phrase up to `end`: «عقد إنشاء الجسر», «شمل العقد الأول مشروع الصيانة بـ5 ملايين».
    fn work_of(&self, contract: &Trigger, end: usize) -> Option<NounPhrase> {
        let words = &self.passage.words;
        if !contract.clitics.has(Clitics::AL) {
            return noun_phrase(words, contract.end(), Extent::Activity).filter(|inner| inner.end() <= end);
        }
        let work = self.passage.trigger_at(end).map(|i| &self.passage.triggers[i]);
        let is_work = work.is_some_and(|t| t.frame.itself == Some(Role::Purpose)) || words.at(end).kind == Some(NounKind::Activity);
        noun_phrase(words, end, Extent::Activity).filter(|np| is_work && np.end() <= self.sum)
    }
}

/// «تمويل الطرق», not «الإنفاق الدفاعي».
fn finances(word: &Trigger) -> bool {
    word.frame.bare[0] == Some(Role::Giver) && word.part == Part::Masdar && !word.clitics.has(Clitics::AL)
}

/// «مجلس إدارة البنك» decides, the bank gives.
fn whose_board(words: &Words, board: NounPhrase) -> NounPhrase {
    body_of(words, board).unwrap_or(board)
}

/// The body whose board it is, if it is a board of one.
fn body_of(words: &Words, board: NounPhrase) -> Option<NounPhrase> {
    let (head, end) = (board.head_at, board.end());
    let named = |at: usize| noun_phrase(words, at, Extent::Name);
    let is_body = |np: &NounPhrase| np.head.kind == Some(NounKind::Body);
    let of = words.block().word_at(head + 1);
    // «إدارة البنك»
    if words.block().word(head) == "اداره" {
        let lender = figure_word(of.strip_prefix("ال").unwrap_or(of)) == Some(FigureWord::Lender);
        return if lender { named(head + 1).filter(|np| np.end() == end) } else { None };
    }
    if words.bare(head) != "مجلس" {
        return None;
    }
    // «المجلس التنفيذي للبنك», «مجلس المديرين التنفيذيين في البنك»
    if (head..end).any(|at| words.block().word(at).starts_with("التنفيذي")) {
        let within = words.at(end).class == Class::Preposition && matches!(words.block().word(end), "في" | "ب" | "ل");
        let at = end + usize::from(within);
        return if within || words.at(at).has_preposition() { named(at).filter(is_body) } else { None };
    }
    let governing = figure_word(of) == Some(FigureWord::Board);
    if governing { named(head + 2).filter(|np| is_body(np) && np.end() <= end) } else { None }
}

/// «اعتمدت مشاريع»: works of which no more is said.
fn is_unnamed_work(head: &Trigger, np: &NounPhrase) -> bool {
    head.frame.itself == Some(Role::Purpose) && np.tokens().len() == 1 && !np.head.is_closed()
}

/// Where what is said before a number of people or things ends, and what is attached to it: «لنحو 270 ألف أسرة».
pub fn approximation(words: &Words, at: usize) -> Option<(usize, Clitics)> {
    let m = words.block().match_at(topic::APPROXIMATORS, at, Clitics::CONJUNCTION.with(Clitics::PREPOSITION))?;
    let end = m.tokens.end as usize;
    (words.at(end).class == Class::Number).then_some((end, m.reading.clitics))
}

fn is_account(words: &Words, np: &NounPhrase) -> bool {
    let head = &words.block().word(np.head_at)[usize::from(np.head.outside)..];
    figure_word(head) == Some(FigureWord::Account) && np.tokens().len() > 1
}

fn is_sector(word: &str) -> bool {
    figure_word(word.strip_prefix("ال").unwrap_or(word)) == Some(FigureWord::Sector)
}

/// The phrase is a time, a number of things, an object or the money itself.
fn cannot_give(passage: &Passage, np: &NounPhrase) -> bool {
    let words = &passage.words;
    let start = np.tokens().start as usize;
    let counted = words.at(start).class == Class::Number;
    let accusative = !np.head.is_closed() && words.block().word(np.head_at).ends_with('ا');
    // «تمنح هذه القروض», but «خصصت الميزانية».
    let money = passage.trigger_at(np.head_at).map(|i| &passage.triggers[i]).is_some_and(|t| {
        let paid_out = t.frame.weight > WEAK_NOUN && t.frame.phase != Some(Phase::Allocated);
        t.is_nominal() && (!np.head.is_closed() || paid_out)
    });
    let elative = matches!(words.block().word(np.head_at), "اكثر" | "اقل" | "ازيد");
    counted || accusative || money || elative || period_at(words, start).is_some()
}

/// «قطاع النقل»: a branch of the economy, not «القطاع الخاص».
fn is_branch(words: &Words, np: &NounPhrase) -> bool {
    words.block().word(np.head_at)[usize::from(np.head.outside)..] == *"قطاع" && words.at(np.head_at + 1).clitics.has(Clitics::AL)
}

/// The phrase names somebody: a place, a body, people.
pub fn is_somebody(passage: &Passage, np: &NounPhrase) -> bool {
    let words = &passage.words;
    let head = np.head;
    match head.kind {
        Some(NounKind::Body | NounKind::People | NounKind::Title) => return true,
        Some(_) => return false,
        None => {}
    }
    if head.class == Class::Place || is_region(words, np) {
        return true;
    }
    // Sound masculine plurals are people: المقاولين، المزارعون.
    let word = words.block().word(np.head_at);
    let closed = head.clitics.has(Clitics::AL);
    closed && (word.ends_with("ين") || word.ends_with("ون")) && word.len() >= 14
}
