//! What a sentence shows of its claim: one pass over its words.

use super::words::{CLASSES, Class, Found, Joint, is_common_verb, is_past_in_ta, is_reporting_verb, joint_at, word_at};
use crate::text::{Block, Clitics, Phrase, Span, TokenKind, Tokens};

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
    /// The class of the first or second word, or of the first that is quoted.
    pub opening: Option<Class>,
    pub ending: Ending,
    /// What the main proposition says, apart from who says it and what is added to it.
    pub main: Proposition,
}

/// The main proposition of a claim: from behind cue and source to the first clause that only adds to it.
#[derive(Debug)]
pub(super) struct Proposition {
    tokens: Span<Tokens>,
    /// It has ended.
    over: bool,
    /// For each class, the sum of its words' weights.
    weights: [i32; CLASSES],
    /// Words so far.
    words: u32,
    /// The class of its first finite verb, or of the verbal noun behind a verb that only says that it is done (تم توقيع).
    pub predicate: Option<Class>,
    /// A helping verb came last.
    helped: bool,
    /// It speaks of the future.
    pub future: bool,
    /// It begins with a quotation mark.
    pub quoted: bool,
    /// Numbers that count something.
    pub numbers: u32,
}

impl Proposition {
    fn new(tokens: Span<Tokens>) -> Proposition {
        Proposition {
            tokens,
            over: false,
            weights: [0; CLASSES],
            words: 0,
            predicate: None,
            helped: false,
            future: false,
            quoted: false,
            numbers: 0,
        }
    }

    /// The weights of all words of a class, added up.
    pub fn weight(&self, class: Class) -> i32 {
        self.weights[class as usize]
    }

    /// Nothing stands beside cue and source.
    pub fn is_empty(&self) -> bool {
        self.tokens.len() <= 1
    }

    fn holds(&self, at: usize) -> bool {
        !self.over && self.tokens.contains(at as u32)
    }

    /// `helps`: the word is a copula, and what it says stands behind it.
    fn read(&mut self, found: &Found, helps: bool) {
        self.words += found.tokens.len() as u32;
        self.over |= self.words > MOST_OF_PROPOSITION;
        self.weights[found.class as usize] += found.weight;
        self.future |= found.clitics.has(Clitics::SA);
        let helper = found.verb && found.class == Class::Verb;
        if !helps && (self.predicate.is_none() || self.helped) {
            if found.verb || self.helped && found.class.gives_type() {
                self.predicate = Some(found.class);
            }
            self.helped = helper;
        }
    }
}

/// More words than these add something to the main proposition.
const MOST_OF_PROPOSITION: u32 = 18;

/// How a sentence ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// With nothing: a heading, or a line that was cut.
    Bare,
    Stop,
    /// With dots, as columnists let a thought go on.
    Ellipsis,
    Question,
    Exclamation,
    Colon,
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

    /// Reads the tokens of one sentence, whose `reported` words are the ones behind cue and source. `names` are the people named in it: what
    /// their names mean as words tells nothing.
    pub fn of(block: &Block, scope: Span<Tokens>, reported: Span<Tokens>, names: &[(usize, Span<Tokens>)]) -> Evidence {
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
                TokenKind::Word => at = evidence.read_word(block, at, end, &mut clause),
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
    fn read_word(&mut self, block: &Block, at: usize, end: usize, clause: &mut Clause) -> usize {
        self.words += 1;
        clause.reach += 1;
        let opens_main = self.main.holds(at) && self.main.words == 0;
        if opens_main {
            self.main.quoted = at > 0 && matches!(block.word(at - 1), "«" | "“" | "\"" | "‘");
        }
        let opens = self.words == 1 || opens_main && self.main.quoted;
        if calls(block, at, opens) {
            self.weights[Class::Call as usize] += CALL;
            self.first[Class::Call as usize].get_or_insert(Phrase::whole(Span::of(at..at + 1)));
            if opens {
                self.opening = Some(Class::Call);
            }
        }
        let word = word_at(block, at);
        self.narrates |= is_past(block, at, word.is_some_and(|found| found.verb));
        let joint = joint_at(block, at);
        self.main.over |= self.main.words > 0 && matches!(joint, Some((Joint::Describes | Joint::Opens, _))) && !opens_report(block, at);
        let found = word.filter(|f| f.tokens.end as usize <= end);
        if opens_main && self.main.quoted && self.opening != Some(Class::Call) {
            self.opening = found.map(|f| f.class).filter(|c| matches!(c, Class::Call | Class::Wish)).or(self.opening);
        }
        let Some(mut found) = found else {
            if self.main.holds(at) {
                self.main.words += 1;
                self.main.future |= block.readings(at).is_empty() && has_shape_of_future(block.word(at));
                let verb = is_common_verb(block, at) || block.readings(at).is_empty() && has_shape_of_verb(block.word(at));
                self.main.predicate = self.main.predicate.or(verb.then_some(Class::Verb));
            }
            clause.meet(joint);
            // A word that some other file knows (a name, a place) is what it is there.
            self.has_verb |= block.readings(at).is_empty() && has_shape_of_verb(block.word(at));
            return at + 1;
        };
        if found.class == Class::Leads {
            let behind = found.tokens.end as usize..end.min(found.tokens.end as usize + LEADS_WITHIN);
            found.class = if behind.into_iter().any(|at| block.word(at) == "الي") { Class::Causal } else { Class::Verb };
        }
        if found.clitics.has_any(Clitics::CONJUNCTION) && (found.verb || matches!(found.class, Class::Hedge | Class::Qad)) {
            clause.open();
        }
        let phrase = Phrase::new(found.tokens, found.outside);
        match found.class {
            Class::Hedge if clause.asserts() => _ = self.hedge.get_or_insert(phrase),
            Class::Qad if clause.asserts() && is_present(block, found.tokens.end as usize) => _ = self.hedge.get_or_insert(phrase),
            Class::Booster if !clause.describes => _ = self.booster.get_or_insert(phrase),
            _ => {}
        }
        self.count(found, phrase);
        if self.main.holds(at) {
            self.main.read(&found, matches!(joint, Some((Joint::Helps, _))));
        }
        self.words += found.tokens.len() as u32 - 1;
        clause.meet(joint);
        found.tokens.end as usize
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

/// «10:40»
fn is_time(block: &Block, at: usize) -> bool {
    let tokens = block.tokens();
    let number = |at: usize| tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number && block.word(at).len() <= 2);
    let colon =
        |at: usize| block.is_mark(at) && block.word(at) == ":" && tokens[at].glued && tokens.get(at + 1).is_some_and(|next| next.glued);
    number(at) && (colon(at + 1) && number(at + 2) || at > 1 && colon(at - 1) && number(at - 2))
}

/// «إف-35», «كوفيد-19», «H 1 N 1»: a name has the number.
fn is_designation(block: &Block, at: usize) -> bool {
    let tokens = block.tokens();
    let Some(before) = at.checked_sub(1) else { return false };
    let hyphen = tokens[before].kind == TokenKind::Mark && matches!(block.word(before), "-" | "‑" | "–") && tokens[at].glued;
    let of_word = hyphen && before > 0 && tokens[before].glued && matches!(tokens[before - 1].kind, TokenKind::Word | TokenKind::Foreign);
    of_word || tokens[before].kind == TokenKind::Foreign && block.word(before).len() == 1
}

/// What a person's name counts, however long it is: nobody's claims weigh more for it.
const WORDS_OF_NAME: u32 = 2;
/// A line of more words than these is read as a sentence, though no verb in it is known.
pub(super) const MOST_OF_HEADING: u32 = 13;
/// Words between أدى and its إلى.
const LEADS_WITHIN: usize = 8;

/// The clause a word stands in, as far as certainty needs to know.
#[derive(Debug, Default)]
struct Clause {
    /// Words since it was opened.
    reach: u32,
    /// It only describes a noun.
    describes: bool,
    /// A pronoun with a conjunction came last (وهو): what follows asserts, even behind ما.
    after_pronoun: bool,
}

impl Clause {
    /// A hedge further from the clause's opening softens some detail (اتفاق جديد من المتوقع أن …).
    const REACH: u32 = 6;

    fn open(&mut self) {
        *self = Clause::default();
    }

    fn asserts(&self) -> bool {
        !self.describes && self.reach <= Clause::REACH
    }

    fn meet(&mut self, joint: Option<(Joint, bool)>) {
        match joint {
            Some((Joint::Opens, _)) | Some((Joint::Describes, true)) => self.open(),
            Some((Joint::Describes, false)) => self.describes = !self.after_pronoun,
            Some((Joint::Pronoun, true)) => {
                self.open();
                self.after_pronoun = true;
                return;
            }
            Some((Joint::Pronoun, false) | (Joint::Helps, _)) | None => {}
        }
        self.after_pronoun = false;
    }
}

/// What a call weighs that is one by the form of its verb.
const CALL: i32 = 2;

/// The word is a call by its form: a jussive (فليخرج، وليقل), or, where speech opens, an imperative of the plural (أوقفوا،
/// أعطونا): reports put their verbs before their subjects, in the singular.
fn calls(block: &Block, at: usize, opens: bool) -> bool {
    let word = block.word(at);
    let letters = word.len() / 2;
    let jussive = letters > 4
        && (["فلي", "فلت", "فلن"].iter().any(|call| word.starts_with(call))
            || ["ولي", "ولت"].iter().any(|call| word.starts_with(call)) && (opens || at > 0 && block.word(at - 1) == "،"))
        && block.readings(at).iter().all(|r| r.clitics.has(Clitics::LI));
    let imperative = opens
        && letters > 3
        && ["وا", "ونا", "وني", "وهم"].iter().any(|ending| word.ends_with(ending))
        && (word.starts_with('ا') || letters == 4)
        && !is_reporting_verb(block, at);
    (jussive || imperative) && word_at(block, at).is_none_or(|found| found.class != Class::Call)
}

/// A verb of the present stands at `at`, a negation before it or not: after قد it makes a hedge.
fn is_present(block: &Block, at: usize) -> bool {
    let at = at + usize::from(block.word_at(at) == "لا");
    let class = word_at(block, at).map(|f| f.class);
    let word = block.word_at(at);
    class != Some(Class::Noun)
        && !is_past_in_ta(block, at)
        && word.len() > 2 * 2
        && (word.starts_with('ي') || (word.starts_with('ت') && !word.ends_with('ت')))
}

/// A verb of the past stands at `at`: one that the lexicon knows and no present, or one in the feminine by its shape.
/// `verb`: claim words have it as one.
fn is_past(block: &Block, at: usize, verb: bool) -> bool {
    let word = block.word(at);
    let stem = without_conjunction(word);
    let known = verb || is_common_verb(block, at) || is_reporting_verb(block, at);
    let present = stem.starts_with(['ي', 'ن', 'س']) && stem.len() > 3 * 2;
    if word == "لم" || word == "ولم" {
        return true;
    }
    let past = known && !present && (!stem.starts_with('ت') || is_past_in_ta(block, at));
    past || block.readings(at).is_empty() && has_shape_of_verb(word) && stem.ends_with('ت')
}

/// A word that the lexicon does not know looks like a finite verb: present (يتصدر), future (ستعلن) or past feminine
/// (طالبت).
fn has_shape_of_verb(word: &str) -> bool {
    let stem = without_conjunction(word);
    let is_past = stem.ends_with('ت') && !stem.ends_with("ات") && !stem.starts_with("ال");
    stem.len() >= 4 * 2 && (is_past || has_shape_of_present(word))
}

/// Third person of the present (يتصدر) or the future (سيعلن، ستعلن).
pub(super) fn has_shape_of_present(word: &str) -> bool {
    let stem = without_conjunction(word);
    stem.len() >= 4 * 2 && (stem.starts_with('ي') || stem.starts_with("سي") || stem.starts_with("ست"))
}

/// The future: سيعلن، ستعلن.
fn has_shape_of_future(word: &str) -> bool {
    let stem = without_conjunction(word);
    stem.len() >= 4 * 2 && (stem.starts_with("سي") || stem.starts_with("ست"))
}

/// أن، إن and the like: what they open is the proposition itself.
fn opens_report(block: &Block, at: usize) -> bool {
    let word = block.word(at);
    ["ان", "بان", "انه", "بانه", "انها", "بانها", "انهم", "بانهم", "اننا", "انني"].contains(&word)
}

fn without_conjunction(word: &str) -> &str {
    word.strip_prefix(['و', 'ف']).filter(|rest| rest.len() >= 4 * 2).unwrap_or(word)
}

/// Marks between the beginning of what is reported and its quotation.
const QUOTED_WITHIN: u32 = 3;

/// A year of either calendar, standing alone.
fn is_year(number: &str) -> bool {
    number.len() == 4 && number.parse::<u32>().is_ok_and(|n| (1300..=1500).contains(&n) || (1800..=2100).contains(&n))
}

/// A mark inside a quotation is the sentence's own where what is `reported` begins with the quotation.
fn ending(block: &Block, scope: Span<Tokens>, reported: Span<Tokens>) -> Ending {
    let closing = |at: &usize| matches!(block.word(*at), "»" | "”" | "\"" | "’" | ")" | "]");
    let last = scope.range().rev().find(|at| !closing(at));
    let quoted = last.and_then(|at| block.quotations_over(Span::of(at..at + 1)).first());
    if quoted.is_some_and(|q| q.closed && q.inside.start > reported.start + QUOTED_WITHIN) {
        return Ending::Stop;
    }
    let Some(last) = last else { return Ending::Bare };
    // Of several marks the first tells most: «؟!», «؟..», «!!.».
    let ends = |at: &usize| matches!(block.word(*at), "." | "…" | "!" | "؟" | "?");
    let marks = (scope.start as usize..=last).rev().take_while(ends).count();
    let run = last + 1 - marks..last + 1;
    let any = |wanted: &[&str]| run.clone().any(|at| wanted.contains(&block.word(at)));
    match marks {
        0 if block.word(last) == ":" => Ending::Colon,
        0 => Ending::Bare,
        _ if any(&["؟", "?"]) => Ending::Question,
        _ if any(&["!"]) => Ending::Exclamation,
        1 if block.word(last) == "." => Ending::Stop,
        _ => Ending::Ellipsis,
    }
}
