//! What a sentence shows of its claim: one pass over its words.

use super::clause::Clause;
use super::ending::{Ending, ending};
use super::numbers::{is_designation, is_time, is_year};
use super::proposition::Proposition;
use super::sense::{Found, Sense, is_reporting_verb, word_at};
use super::verb_form::{Signs, calls, is_past, is_present};
use super::words::{CLASSES, Class, Joint};
use crate::lexicon::topic;
use crate::text::{Block, Clitics, Phrase, Span, TokenKind, Tokens};

/// What a person's name counts, however long it is: nobody's claims weigh more for it.
pub(super) const WORDS_OF_NAME: u32 = 2;
/// A line of more words than these is read as a sentence, though no verb in it is known.
pub(super) const MOST_OF_HEADING: u32 = 13;
/// Words between أدى and its إلى.
const LEADS_WITHIN: usize = 8;
/// What a call weighs that is one by the form of its verb.
const CALL: i32 = 3;

/// «من مخاطر قد تهدد المنطقة», «أي أخطاء قد تحدث»: of an indefinite noun that a preposition governs, or أي, قد at `at` only tells more.
fn describes(block: &Block, at: usize) -> bool {
    let Some((noun, before)) = at.checked_sub(1).zip(at.checked_sub(2)) else { return false };
    let is_known = |topic| block.match_at(topic, noun, Clitics::NONE).is_some();
    matches!(block.word(before), "من" | "في" | "عن" | "علي" | "الي" | "اي" | "باي" | "لاي")
        && (is_known(topic::COMMON_WORDS) || is_known(topic::CLAIM_WORDS))
}

/// What one sentence (or clause) shows.
#[derive(Debug)]
pub(super) struct Evidence {
    /// For each class, the sum of its words' weights.
    weights: [i32; CLASSES],
    /// For each class, the first of its words.
    first: [Option<Phrase>; CLASSES],
    /// Softening and strengthening words with scope over the main proposition.
    pub hedge: Option<Phrase>,
    pub booster: Option<Phrase>,
    /// Arabic words.
    pub words: u32,
    /// Some word is a finite verb.
    pub has_verb: bool,
    /// Some word is a verb in the past: something happened.
    pub narrates: bool,
    /// Numbers that count something (no dates, no numbering).
    pub numbers: u32,
    pub first_number: Option<Phrase>,
    pub percents: u32,
    pub dashes: u32,
    /// Somebody is told what to do in the third person: فليخرج.
    pub exhorts: bool,
    /// It opens with an imperative: أوقفوا، لا تصدقوا.
    pub commands: bool,
    /// Some person is named.
    pub names: bool,
    /// The class of the first or second word, or of the first that is quoted.
    pub opening: Option<Class>,
    pub ending: Ending,
    /// What the main proposition says, apart from who says it and what is added to it.
    pub main: Proposition,
}

impl Evidence {
    /// The weights of all words of a class, added up.
    pub fn weight(&self, class: Class) -> i32 {
        self.weights[class as usize]
    }

    /// Some word is of the class.
    pub fn has(&self, class: Class) -> bool {
        self.weight(class) > 0
    }

    /// The first words of the class.
    pub fn first(&self, class: Class) -> Option<Phrase> {
        self.first[class as usize]
    }

    /// Reads the tokens of one sentence, whose `reported` words are the ones behind `cue` and source. `names` are the people named in it: what
    /// their names mean as words tells nothing.
    pub fn of(
        block: &Block,
        scope: Span<Tokens>,
        cue: Option<Span<Tokens>>,
        reported: Span<Tokens>,
        names: &[(usize, Span<Tokens>)],
    ) -> Evidence {
        let mut evidence = Evidence {
            weights: [0; CLASSES],
            first: [None; CLASSES],
            hedge: None,
            booster: None,
            words: 0,
            has_verb: false,
            narrates: false,
            numbers: 0,
            first_number: None,
            percents: 0,
            dashes: 0,
            exhorts: false,
            commands: false,
            names: !names.is_empty(),
            opening: None,
            main: Proposition::new(reported),
            ending: ending(block, scope, reported),
        };
        let mut clause = Clause::default();
        let (mut at, end) = (scope.start as usize, scope.end as usize);
        let mut names = names.iter().peekable();
        while at < end {
            if let Some((_, name)) = names.next_if(|(_, name)| name.start as usize <= at) {
                evidence.words += WORDS_OF_NAME;
                clause.reach += 1;
                at = at.max(name.end as usize);
                continue;
            }
            match block.tokens()[at].kind {
                TokenKind::Word => at = evidence.read_word(block, at, end, cue, &mut clause),
                TokenKind::Number => {
                    evidence.read_number(block, scope, at);
                    at += 1;
                }
                TokenKind::Mark => {
                    match block.word(at) {
                        "%" | "٪" => evidence.percents += 1,
                        "-" | "–" | "—" | "ـ" | "/" | "|" => evidence.dashes += 1,
                        "،" | "," | "؛" | ";" | ":" | "«" | "“" | "\"" => clause.open(),
                        _ => {}
                    }
                    at += 1;
                }
                TokenKind::Foreign => at += 1,
            }
        }
        // Verbs of saying stand in a file of their own; few lines are so short that it matters.
        evidence.has_verb =
            evidence.has_verb || (evidence.words <= MOST_OF_HEADING && scope.range().any(|at| is_reporting_verb(block, at)));
        evidence
    }

    /// Reads the word at `at` and the rest of its phrase; returns where to go on.
    fn read_word(&mut self, block: &Block, at: usize, end: usize, cue: Option<Span<Tokens>>, clause: &mut Clause) -> usize {
        let sense = Sense::at(block, at);
        let (word, joint) = (sense.word(block, at), sense.joint(block, at));
        self.words += 1;
        clause.reach += 1;
        let opens_main = self.main.words == 0 && self.main.holds(at);
        if opens_main {
            self.main.quoted = at > 0 && matches!(block.word(at - 1), "«" | "“" | "\"" | "‘");
        }
        let opens = self.words == 1 || opens_main && self.main.quoted;
        if calls(block, at, sense, word, opens) {
            self.exhorts = self.exhorts || sense.signs.have(Signs::JUSSIVE);
            self.commands = self.commands || opens && !sense.signs.have(Signs::JUSSIVE);
            self.weights[Class::Call as usize] += CALL;
            self.first[Class::Call as usize].get_or_insert(Phrase::whole(Span::of(at..at + 1)));
            if opens {
                self.opening = Some(Class::Call);
            }
        }
        self.narrates = self.narrates || is_past(block, at, sense, word);
        if self.main.words > 0 && matches!(joint, Some((Joint::Describes | Joint::Opens, _))) {
            self.main.over |= !sense.signs.have(Signs::REPORT);
        }
        let holds = self.main.holds(at);
        let found = word.filter(|f| f.tokens.end as usize <= end);
        if opens_main && self.main.quoted && self.opening != Some(Class::Call) {
            self.opening = found.map(|f| f.class).filter(|c| matches!(c, Class::Call | Class::Wish)).or(self.opening);
        }
        let Some(mut found) = found else {
            self.read_other(block, at, sense, holds);
            clause.meet(joint, sense.signs.have(Signs::REPORT));
            // «…، حيث من المتوقع أن …»: beside the main clause.
            clause.describes |= self.words > 1 && matches!(block.word(at), "حيث" | "اذ");
            return at + 1;
        };
        if found.class == Class::Leads {
            let behind = found.tokens.end as usize..end.min(found.tokens.end as usize + LEADS_WITHIN);
            found.class = if behind.into_iter().any(|at| block.word(at) == "الي") { Class::Causal } else { Class::Verb };
        }
        // «وزاد أن اللجنة ستجتمع»: nothing grows.
        if found.class == Class::Change && cue.is_some_and(|cue| cue.contains(at as u32)) {
            found.class = Class::Verb;
        }
        if found.clitics.has_any(Clitics::CONJUNCTION) && (found.verb || matches!(found.class, Class::Hedge | Class::Qad)) {
            clause.open();
        }
        let phrase = Phrase::new(found.tokens, found.outside);
        match found.class {
            Class::Hedge if clause.asserts() => _ = self.hedge.get_or_insert(phrase),
            Class::Qad if clause.asserts() && is_present(block, found.tokens.end as usize) && !describes(block, at) => {
                self.hedge.get_or_insert(phrase);
            }
            Class::Booster if !clause.describes => _ = self.booster.get_or_insert(phrase),
            _ => {}
        }
        self.count(found, phrase);
        if holds {
            self.main.read(&found, matches!(joint, Some((Joint::Helps, _))));
        }
        self.words += found.tokens.len() as u32 - 1;
        clause.meet(joint, sense.signs.have(Signs::REPORT));
        found.tokens.end as usize
    }

    /// Reads a word that says nothing of its claim by itself; `holds`: it is part of the main proposition.
    fn read_other(&mut self, block: &Block, at: usize, sense: &Sense, holds: bool) {
        // A word that some other file knows (a name, a place) is what it is there.
        let verb = sense.is_unknown_with(Signs::VERB);
        self.has_verb |= verb;
        if holds {
            self.main.words += 1;
            self.main.future |= sense.is_unknown_with(Signs::FUTURE);
            if self.main.predicate.is_none() && (verb || sense.is_common_verb(block, at)) {
                self.main.predicate = Some(Class::Verb);
            }
        }
    }

    fn count(&mut self, found: Found, phrase: Phrase) {
        let class = found.class as usize;
        self.weights[class] += found.weight;
        self.first[class].get_or_insert(phrase);
        // «بعض التعليقات …» is no pointer.
        let opens = self.words == 1 || self.words == 2 && found.class != Class::Link;
        if opens && self.opening.is_none() {
            self.opening = Some(found.class);
        }
        self.has_verb |= found.verb || matches!(found.class, Class::Hedge | Class::Wish | Class::Prediction);
    }

    fn read_number(&mut self, block: &Block, scope: Span<Tokens>, at: usize) {
        let tokens = block.tokens();
        let next_is = |mark: &str| at + 1 < tokens.len() && block.word(at + 1) == mark;
        let begins_list = at == scope.start as usize && ["-", ".", ")", "–", "ـ"].into_iter().any(next_is);
        let is_date = |at: usize| word_at(block, at).is_some_and(|f| f.class == Class::Date);
        // 12 مايو, 12 من مايو, عام 12
        let behind = at + 1 + usize::from(block.word_at(at + 1) == "من");
        let dates = (at > scope.start as usize && is_date(at - 1)) || (behind < scope.end as usize && is_date(behind));
        let quoted = at > 0 && tokens[at].glued && next_is(block.word(at - 1)) && tokens[at - 1].kind == TokenKind::Mark;
        if begins_list || dates || quoted || is_designation(block, at) || is_time(block, at) || is_year(block.word(at)) {
            return;
        }
        self.numbers += 1;
        self.main.numbers += u32::from(self.main.holds(at));
        self.first_number.get_or_insert(Phrase::whole(Span::of(at..at + 1)));
    }
}
