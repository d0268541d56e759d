//! Which sentences assert nothing that could be checked: headings, questions, calls, wishes, remarks.

use super::ending::Ending;
use super::evidence::{Evidence, MOST_OF_HEADING};
use super::level::{KEY, is_grave};
use super::words::Class;
use crate::analysis::{SourceType, Stance};
use crate::attribution::Attributed;

/// Sentences with as many points claim something, whatever form they have.
const CLAIM: i32 = 2;
/// A sentence of no more words, with a cue and a colon at its end, only announces a speech.
const LONG_ANNOUNCEMENT: u32 = 10;
/// A line that names its author or place has no more words than these.
const BYLINE: u32 = 6;
/// A question of this many words tells more than it asks.
const LONG_QUESTION: u32 = 14;
/// A longer outcry, or word of a speaker about himself, tells something.
const OUTCRY: u32 = 12;
/// A sentence of no more words without figure, fact or event is a remark: «ربما يكون محقا»، «والشعوب لا تنسى».
const REMARK: u32 = 6;
/// What a speaker says of himself in no more points than these is no claim.
const CONFESSION: i32 = KEY + 4;
/// What a word of duty weighs as a call: «يجب أن» may state a rule, «كفى» and an imperative never do.
const DUTY: i32 = 2;

/// Nothing checkable is asserted.
pub(super) fn is_no_claim(evidence: &Evidence, points: i32, attributed: &Attributed, amounts: usize) -> bool {
    let figures = amounts > 0 || evidence.percents > 0;
    let says = attributed.source_type != SourceType::Author;
    let sentence = Sentence { evidence, points, attributed, figures, says };
    if sentence.tells_nothing() {
        return true;
    }
    if sentence.is_question() {
        return sentence.only_asks();
    }
    sentence.is_heading() || sentence.is_only_introduced() || !figures && sentence.is_remark() || sentence.only_calls()
}

struct Sentence<'e> {
    evidence: &'e Evidence,
    points: i32,
    attributed: &'e Attributed,
    /// It tells of money or of a percentage.
    figures: bool,
    /// Somebody is said to say it.
    says: bool,
}

impl Sentence<'_> {
    fn opens_with(&self, class: Class) -> bool {
        self.evidence.opening == Some(class)
    }

    /// No word; a proverb, a verse, a set phrase that leads over; a pointer to another page; the end of a list.
    fn tells_nothing(&self) -> bool {
        let Evidence { words, names, .. } = *self.evidence;
        let maxim = self.opens_with(Class::Maxim) && !names && !self.figures;
        words == 0 || maxim || self.opens_with(Class::Link) || self.opens_with(Class::Rest) && words <= 5
    }

    fn is_question(&self) -> bool {
        let asks = match self.evidence.ending {
            Ending::Question => true,
            Ending::Stop => false,
            _ => self.opens_with(Class::Question),
        };
        // «تساءل: أين ذهبت 30 مليونا؟» tells what it counts.
        let tells = self.evidence.has(Class::Rhetorical) || self.says && self.figures;
        asks && !tells
    }

    fn only_asks(&self) -> bool {
        let bare = !self.says && !self.figures && self.opens_with(Class::Question);
        bare || self.evidence.words < LONG_QUESTION || self.points < CLAIM + 4
    }

    /// Headings, captions, bylines: no sentence, so nothing is said of what they name.
    fn is_heading(&self) -> bool {
        let Evidence { words, ending, dashes, .. } = *self.evidence;
        // "Name – place", "place / agency".
        let names_author = self.opens_with(Class::Byline) || !self.says && (dashes > 0 || self.evidence.has(Class::Byline));
        if matches!(ending, Ending::Bare | Ending::Colon) && words <= BYLINE && names_author {
            return true;
        }
        let sentence = matches!(ending, Ending::Stop | Ending::Ellipsis | Ending::Question);
        let short = words <= if sentence { 3 } else { MOST_OF_HEADING };
        !self.figures && (words <= 1 || short && !self.evidence.has_verb && !self.announces())
    }

    /// «مصدر قضائي: توقيف سبعة موظفين» says it all without a verb.
    fn announces(&self) -> bool {
        let Attributed { source, cue, .. } = self.attributed;
        let announced = source.zip(*cue).is_some_and(|(source, cue)| source.phrase.tokens.end == cue.phrase.tokens.start);
        announced && self.points >= KEY && is_grave(self.evidence)
    }

    /// «نقلا عن الوكالة»: where it is from, and nothing that is said. «وقال:», and what he said stands elsewhere.
    fn is_only_introduced(&self) -> bool {
        let Evidence { words, ending, .. } = *self.evidence;
        let nothing_said = self.evidence.main.is_empty() && words <= BYLINE;
        let said_elsewhere = ending == Ending::Colon && words <= LONG_ANNOUNCEMENT;
        self.attributed.cue.is_some() && (nothing_said || said_elsewhere)
    }

    /// A speaker's own mind, an outcry, a general word, and no fact in it.
    fn is_remark(&self) -> bool {
        let Evidence { words, narrates, .. } = *self.evidence;
        let subjective = self.evidence.main.weight(Class::Own) > 0 || self.evidence.ending == Ending::Exclamation;
        let softened = self.evidence.hedge.is_some() || self.evidence.booster.is_some();
        let tells = narrates || softened || self.evidence.has(Class::Purpose) || self.evidence.has(Class::Content);
        let most = match self.attributed.cue {
            _ if subjective && self.attributed.source_type != SourceType::Vague => OUTCRY,
            None if !tells => REMARK,
            _ => 0,
        };
        // A call whose object is as general as the call: «دعا إلى ضبط النفس».
        let general = self.attributed.stance == Some(Stance::Directive) && self.evidence.weight(Class::Call) > 3;
        (words <= most || general) && is_light(self.evidence)
    }

    /// What ought to be, not what is.
    fn only_calls(&self) -> bool {
        let own_words = !self.says || self.evidence.main.quoted;
        let wishes = self.opens_with(Class::Wish)
            || self.evidence.weight(Class::Wish) > 3 && self.evidence.words < MOST_OF_HEADING
            || own_words && self.opens_with(Class::Call);
        wishes && self.points < CLAIM || own_words && !self.figures && (self.exhorts() || self.confesses())
    }

    /// «أوقفوا هذا العبث.», «كم من وعد قتل!», «من كان عنده دليل فليقدمه»
    fn exhorts(&self) -> bool {
        let evidence = self.evidence;
        // «أوقفوا ثلاثة مشتبه بهم»: what is counted was done.
        if evidence.commands {
            return evidence.numbers == 0 && !evidence.has(Class::Count);
        }
        let urges = self.opens_with(Class::Call) && evidence.weight(Class::Call) > DUTY;
        self.points < KEY && (urges || self.opens_with(Class::Wish) || evidence.exhorts)
    }

    /// «لا أملك عصا سحرية، ولا أثق بمن يزعم أنها معه.»: what a speaker is, has, wants or knows.
    fn confesses(&self) -> bool {
        let of_himself = self.opens_with(Class::Own) && self.evidence.main.weight(Class::Own) > 1;
        of_himself && self.evidence.numbers == 0 && self.points < CONFESSION
    }
}

/// Of what could be checked at most one weak word speaks.
fn is_light(evidence: &Evidence) -> bool {
    use Class::{Accusation, Causal, Change, Comparison, Conflict, Count, Denial, Harm, Law, Measure, Prediction, Routine};
    let facts = [Accusation, Causal, Change, Comparison, Conflict, Count, Denial, Harm, Law, Measure, Prediction, Routine];
    evidence.numbers == 0 && facts.into_iter().map(|class| evidence.weight(class)).sum::<i32>() <= 1
}
