//! What the quotation marks of a claim hold: somebody's words, or names and terms.

use super::evidence::WORDS_OF_NAME;
use super::sense::{Sense, introduces, is_common_verb, is_reporting_verb, joint_at, word_at};
use super::verb_form::Signs;
use super::words::{Class, Joint, Title};
use super::{Reported, Side};
use crate::analysis::{Quote, SourceType, Stance};
use crate::attribution::Attributed;
use crate::text::{Block, Clitics, Span, Tokens};

/// A quotation of this many words is speech, whatever the words.
const SPEECH: usize = 6;

/// Judges all quotations that overlap the claim, over its reported words.
pub(super) fn kind(block: &Block, attributed: &Attributed, names: &[(usize, Span<Tokens>)]) -> Quote {
    let scope = attributed.scope.phrase.tokens;
    let quotations = block.quotations_over(scope);
    if quotations.is_empty() {
        return Quote::None;
    }
    let text = Words { block, names };
    let reported = Report::of(block, attributed);
    let (mut said, mut wording) = (0, false);
    let all = text.count(scope);
    // «يتوقع أن تعلن «…»»: what nobody in particular says are nobody's words.
    let somebody = match attributed.source_type {
        SourceType::Author => false,
        SourceType::Vague => attributed.source.is_some() || attributed.carried,
        _ => true,
    };
    // «اتهم «أطرافا معروفة» بالسعي إلى الحرب»: whom somebody accuses he names in his own words.
    let may_word = |inside: Span<Tokens>| attributed.stance == Some(Stance::Accusing) || reported.tokens.covers(inside);
    for quotation in quotations {
        let inside = quotation.inside;
        let inside = Span::new(inside.start.max(scope.start), inside.end.min(scope.end));
        // In who says it or passes it on, and behind «بعنوان», stands a name.
        let in_source = [attributed.source, attributed.relay].into_iter().flatten().any(|p| p.phrase.tokens.covers(inside));
        if in_source {
            continue;
        }
        let titled = bears_title(block, inside.start as usize);
        let words = text.count(inside);
        let introduced = || is_introduced(block, inside.start as usize) && !(inside.len() < LONG_WORDING && is_name(block, inside));
        let named = titled || words < SPEECH && is_foreign(block, inside);
        let speech = !named && (words >= SPEECH || words > 1 && (is_speech(block, inside) || introduced()));
        if speech || words == all {
            said += words;
        } else if somebody && (may_word(inside) && is_wording(block, inside) || charges(block, attributed, inside)) {
            wording = true;
        }
    }
    if somebody && reported.is_predicated(text) {
        return Quote::Direct;
    }
    // A speaker's own sentence, and what goes on beside it; or words let into the reporter's sentence.
    let (share, of) = if reported.is_introduced { (1, 2) } else { (5, 6) };
    if said > 0 && said * of >= text.count(reported.tokens) * share {
        Quote::Direct
    } else if said > 0 || wording {
        Quote::Mixed
    } else {
        Quote::Scare
    }
}

/// «اتهم الحكومة بـ«التجويع»», «حمّلها المسؤولية عن «الفوضى»», «تعهد بـ«الثأر»», «ما سماه «عجزا»»: what somebody charges with,
/// vows or calls a thing is his own wording.
fn charges(block: &Block, attributed: &Attributed, inside: Span<Tokens>) -> bool {
    let Some(before) = (inside.start as usize).checked_sub(2) else { return false };
    let calls = |at: usize| word_at(block, at).is_some_and(|f| f.verb && f.class == Class::Evaluation);
    match block.word(before) {
        "ب" => matches!(attributed.stance, Some(Stance::Accusing | Stance::Directive)) || before > 0 && calls(before - 1),
        "عن" | "من" => attributed.stance == Some(Stance::Accusing),
        _ => calls(before),
    }
}

/// What is asserted of the reported words of a claim.
struct Report {
    tokens: Span<Tokens>,
    /// A colon or a quotation stands where they begin.
    is_introduced: bool,
}

impl Report {
    /// Behind the cue and its source: from the first colon, أن or إن on.
    fn of(block: &Block, attributed: &Attributed) -> Report {
        let Reported { tokens, side } = Reported::of(block, attributed);
        if side != Side::Behind {
            return Report { tokens, is_introduced: side == Side::Whole };
        }
        let start = tokens.start as usize;
        // «نفى ذلك، واصفا ما قيل بأنه «عبث»»: another word says it; not so «قال الناطق، إنه «عبث»».
        let is_own = |at: &usize| in_one_clause(block, start, at.saturating_sub(1));
        let opener = tokens.range().find(|&at| introduces(block, at)).filter(is_own);
        let (from, opened) = opener.map_or((start, start), |at| (at, at + 1));
        let quoted = |at: usize| block.quotations_over(tokens).iter().any(|q| q.inside.start as usize == at + 1);
        // «قال في ختام الجلسة «…»»
        let aside = || {
            let pauses = |i: usize| is_comma(block, i) || block.word(i) == "ب";
            opener.is_none() && tokens.range().take(LONGEST_ASIDE).take_while(|&i| !pauses(i)).any(quoted)
        };
        let is_introduced = block.word_at(from) == ":" || quoted(opened) || aside();
        Report { tokens: Span::new(from as u32, tokens.end), is_introduced }.without_afterthought(block)
    }

    /// «بأنها «بناءة»، بعدما قاطعها غيره», «…، ولقي دعما»: behind the last quotation and a comma the reporter goes on.
    fn without_afterthought(mut self, block: &Block) -> Report {
        if let Some(last) = block.quotations_over(self.tokens).last() {
            let comma = last.inside.end as usize + 1;
            let next = comma + 1;
            let contrasts = || matches!(joint_at(block, next), Some((Joint::Opens, false))) && !block.word(next).starts_with("ان");
            let narrates = || block.word(next).starts_with('و') && is_verb(block, next) && !is_reporting_verb(block, next);
            if self.tokens.end as usize > next && is_comma(block, comma) && (contrasts() || narrates()) {
                self.tokens.end = comma as u32;
            }
        }
        self
    }

    /// «أن الوزارة «تتفهم المطالب»»: all that is asserted of a short subject stands between the marks.
    fn is_predicated(&self, text: Words) -> bool {
        let block = text.block;
        let asserts = |inside: Span<Tokens>| {
            let first = inside.start as usize;
            let verbal = ["لم", "لن", "لا", "ليس", "ليست", "قد", "سوف"].contains(&block.word(first));
            let near = |from: u32, to: u32| to - from <= 3 * MOST_OF_SUBJECT as u32;
            near(self.tokens.start, inside.start)
                && near(inside.end, self.tokens.end)
                && (1..=MOST_OF_SUBJECT).contains(&text.count(Span::new(self.tokens.start, inside.start)))
                && text.count(Span::new(inside.end, self.tokens.end)) == 0
                && in_one_clause(block, self.tokens.start as usize, inside.start as usize)
                && (text.count(inside) > 1 && (verbal || is_verb(block, first)) || self.is_said_of(text, inside))
        };
        block.quotations_over(self.tokens).iter().any(|q| self.tokens.covers(q.inside) && asserts(q.inside))
    }

    /// «إن القرار «قانوني تماما»», «بأنه «عبث»»: an indefinite predicate of the noun or pronoun before it.
    fn is_said_of(&self, text: Words, inside: Span<Tokens>) -> bool {
        let block = text.block;
        let mark = inside.start as usize - 1;
        let subject = Span::<Tokens>::new(self.tokens.start, mark as u32);
        let opener = matches!(joint_at(block, self.tokens.start as usize), Some((Joint::Opens, _)));
        let of_noun = mark > 0 && block.is_word(mark - 1) && !subject.range().any(|at| is_verb(block, at));
        let first = inside.start as usize;
        // «قبل الاستقالة «بأسف شديد»»
        let circumstance = block.readings(first).iter().any(|r| r.clitics.has_any(Clitics::PREPOSITION));
        opener && of_noun && text.count(subject) <= SHORT_SUBJECT && !circumstance && !is_definite(block, first)
    }
}

/// Between two tokens no comma stands, or two do around an aside.
fn in_one_clause(block: &Block, from: usize, to: usize) -> bool {
    (from..to).filter(|&at| is_comma(block, at)).count() % 2 == 0
}

fn is_comma(block: &Block, at: usize) -> bool {
    matches!(block.word(at), "،" | "," | "؛")
}

/// Tokens between a source and its quotation at most: «قال في ختام الجلسة «…»».
const LONGEST_ASIDE: usize = 16;
/// Words from أن to the end of a short subject.
const MOST_OF_SUBJECT: usize = 8;
/// The same where no verb tells that it ends.
const SHORT_SUBJECT: usize = 4;

/// A finite verb, as far as words and shapes tell.
fn is_verb(block: &Block, at: usize) -> bool {
    match word_at(block, at) {
        Some(found) => found.verb,
        None => {
            is_common_verb(block, at)
                || Sense::at(block, at).signs.have(Signs::PRESENT)
                || block.readings(at).is_empty() && block.word(at).ends_with("وا")
        }
    }
}

/// The word has the article: الأزمة, not إلى.
fn is_definite(block: &Block, at: usize) -> bool {
    block.word(at).starts_with("ال") && !matches!(block.word(at), "الي" | "الا" | "الان")
}

/// Counts the words of a claim.
#[derive(Clone, Copy)]
struct Words<'w, 't> {
    block: &'w Block<'t>,
    /// The people named in it.
    names: &'w [(usize, Span<Tokens>)],
}

impl Words<'_, '_> {
    /// A person's name counts alike, however long it is.
    fn count(self, tokens: Span<Tokens>) -> usize {
        let all = |tokens: Span<Tokens>| tokens.range().filter(|&at| self.block.is_word(at)).count();
        let first = self.names.partition_point(|(_, name)| name.start < tokens.start);
        let within = self.names[first..].iter().map(|(_, name)| *name).take_while(|name| name.start < tokens.end);
        let names = within.filter(|name| tokens.covers(*name));
        let (count, of_names) = names.fold((0, 0), |(count, words), name| (count + 1, words + all(name)));
        all(tokens) - of_names + count * WORDS_OF_NAME as usize
    }
}

/// Only running speech has a finite verb, a conjunction or a pronoun.
fn is_speech(block: &Block, inside: Span<Tokens>) -> bool {
    inside.range().any(|at| joint_at(block, at).is_some_and(|(joint, _)| joint != Joint::Describes) || is_verb(block, at))
}

/// A colon, أن or إن stands right before the opening mark, and they do not lead to a name (يعرف باسم: …).
fn is_introduced(block: &Block, inside: usize) -> bool {
    let Some(before) = inside.checked_sub(2) else { return false };
    match block.word(before) {
        ":" => before.checked_sub(1).is_none_or(|at| !is_titled(block, at)),
        _ => matches!(joint_at(block, before), Some((Joint::Opens, _))),
    }
}

/// What stands between marks that open before token `inside` is a title: «كتاب بعنوان: «…»», «الفيلم البولوني «…»».
fn bears_title(block: &Block, inside: usize) -> bool {
    let Some(mut at) = inside.checked_sub(2) else { return false };
    if block.word(at) == ":" && at > 0 {
        return is_titled(block, at - 1);
    }
    let definite = is_definite(block, at);
    while at > 0 && is_definite(block, at) && !is_titled(block, at) && at + MOST_ADJECTIVES + 2 > inside {
        at -= 1;
    }
    // «الحكومة «تتفهم المطالب»»: a definite noun has its predicate behind it sooner than a name, unless that is all it is for.
    match word_at(block, at).map(|found| found.title) {
        Some(Title::Work) => true,
        Some(Title::Name) => !definite,
        _ => false,
    }
}

/// Between a noun and the title it bears.
const MOST_ADJECTIVES: usize = 2;

/// A noun that a name in quotation marks follows: منظمة، باسم، فيلم.
fn is_titled(block: &Block, at: usize) -> bool {
    word_at(block, at).is_some_and(|found| found.title != Title::No)
}

/// The words of a speaker for the thing at issue, no name or sum: several, indefinite, and no noun before them that a
/// name follows; or one verb; or one adjective for the noun before.
fn is_wording(block: &Block, inside: Span<Tokens>) -> bool {
    let first = inside.start as usize;
    let before = first.checked_sub(2);
    let counts = |at: usize| !block.is_word(at) || word_at(block, at).is_some_and(|f| f.class == Class::Count);
    let is_sum = inside.len() < LONG_WORDING && inside.range().any(counts) || counts(first);
    if bears_title(block, first) || is_name(block, inside) || is_sum || is_foreign(block, inside) {
        return false;
    }
    // «إن الحكومة «عاجزة» عن الدفع»: a predicate.
    let of_definite = || before.is_some_and(|at| is_definite(block, at)) && block.word(first).ends_with('ه') && inside.len() == 1;
    // «الجريمة البشعة»: nobody is named by a judgement.
    let judges = |at: usize| word_at(block, at).is_some_and(|f| matches!(f.class, Class::Evaluation | Class::Accusation));
    if is_definite(block, first) {
        return inside.len() >= LONG_WORDING || inside.range().any(judges);
    }
    let describes_noun = |at: usize| block.is_word(at) && !is_definite(block, at);
    let is_adjective = || block.word(first).ends_with(['ي', 'ه']) && before.is_some_and(describes_noun);
    inside.len() > 1 || is_verb(block, first) || is_adjective() || judges(first) || of_definite()
}

/// «حملة الأمل» is a name, «عملية استخباراتية دقيقة» is none.
fn is_name(block: &Block, inside: Span<Tokens>) -> bool {
    let first = inside.start as usize;
    is_titled(block, first) && (inside.len() < 3 || is_definite(block, first + 1) || is_definite(block, inside.end as usize - 1))
}

/// «نيويورك تايمز»: the lexicon knows none of several words, and none has an ending of Arabic.
fn is_foreign(block: &Block, inside: Span<Tokens>) -> bool {
    let ends = |word: &str| ["ه", "ات", "ي", "ين", "ون"].iter().any(|ending| word.ends_with(ending));
    let unknown = |at: usize| block.is_word(at) && block.readings(at).is_empty() && !ends(block.word(at));
    // «وول ستريت»: one may look like a verb.
    inside.len() > 1 && inside.range().all(unknown) && inside.range().any(|at| !is_verb(block, at))
}

/// A name or a sum has fewer words.
const LONG_WORDING: usize = 4;
