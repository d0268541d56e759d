//! The result: one schema for the wasm boundary, the command line, exports and scoring. JSON in snake_case; offsets
//! are half-open and count in the unit the caller asked for.

use crate::text::{Bytes, OffsetConverter, OffsetUnit, OtherLanguage, Span};
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

/// A half-open range of the analysed text, in the caller's unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Range {
    /// Where it begins.
    pub start: u32,
    /// Where it has ended: the first unit that is no longer of it.
    pub end: u32,
}

impl Range {
    /// The two share at least one unit.
    pub fn overlaps(self, other: Range) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// A mark's ends are fields of its own, as in JSON: a flattened `Range` would cost 45 KB of WebAssembly.
macro_rules! has_range {
    ($($mark:ty),*) => {
        $(impl $mark {
            /// Where it stands.
            pub fn range(&self) -> Range {
                Range { start: self.start, end: self.end }
            }
        })*
    };
}
has_range!(Claim, Figure, Mention);

impl From<Span<Bytes>> for Range {
    fn from(span: Span<Bytes>) -> Range {
        Range { start: span.start, end: span.end }
    }
}

/// What was found in a text. Everything is in the order of the text.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct Analysis {
    /// Whether this is Arabic at all.
    pub language: Language,
    /// Every sentence; a heading or a caption is one too.
    pub sentences: Vec<Range>,
    /// What is asserted, by whom.
    pub claims: Vec<Claim>,
    /// Amounts of money.
    pub figures: Vec<Figure>,
    /// Named people in public office.
    pub officials: Vec<Official>,
}

/// How much of the text is Arabic.
#[derive(Clone, Copy, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct Language {
    /// There is enough Arabic for the analysis to mean anything.
    pub arabic: bool,
    /// Letters of Arabic words among all letters, 0 to 1.
    pub share: f64,
    /// The language, where the words are in Arabic letters and it is another one: then nothing is analysed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<OtherLanguage>,
}

/// The lists of an analysis that have marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum MarkKind {
    /// Of [`Analysis::claims`].
    Claim,
    /// Of [`Analysis::figures`].
    Figure,
    /// Of [`Analysis::officials`], each mention a mark of its own.
    Official,
}

/// A label of a mark as the reader changed it: the mark has the new one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Which of its labels.
    pub what: Label,
    /// What the label was and what it is, by their names in JSON. A dismissal has neither.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// See `from`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// What a reader can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Label {
    /// It is no such mark.
    Dismissed,
    /// Of a claim.
    SourceType,
    /// Of a claim.
    Type,
    /// Of a claim: `key` or `routine`.
    Level,
    /// Of a figure or an official.
    Kind,
}

/// Whether the reader dismissed a mark with these changes. It keeps its place, but counts for nothing.
pub fn is_dismissed(changes: &[Change]) -> bool {
    changes.iter().any(|change| change.what == Label::Dismissed)
}

/// Something the text asserts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// Where the clause begins or, where one speaker has the whole of it, the sentence.
    pub start: u32,
    /// Where it has ended.
    pub end: u32,
    /// 2: a key claim ("who says so, on what evidence?"); 1: checkable but routine.
    pub level: u8,
    /// How much a careful reader should ask for evidence, 0 to 1; ranks the claims of one text.
    pub score: f64,
    /// Its main proposition's type.
    #[serde(rename = "type")]
    pub kind: ClaimType,
    /// How sure it is made to sound.
    pub certainty: Certainty,
    /// How much of it stands in quotation marks as somebody's words.
    pub quote: Quote,
    /// Who says it.
    pub attribution: Attribution,
    /// Why it is marked, and why so.
    pub reasons: Vec<Reason>,
    /// What the reader changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
}

/// What the main proposition of a claim is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum ClaimType {
    /// A number, statistic or sum is the point.
    Quantity,
    /// An act, an event or a state of affairs.
    Event,
    /// Something led to something, or happened because of it.
    Causal,
    /// A rule, decision, agreement or appointment.
    Law,
    /// Blame, or an intent or involvement imputed to somebody.
    Accusation,
    /// What will be.
    Prediction,
    /// An evaluation.
    Opinion,
}

/// How sure a claim is made to sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Certainty {
    /// Neither softened nor strengthened.
    #[default]
    Plain,
    /// Softened: قد، ربما، يبدو.
    Hedged,
    /// Strengthened as if proved: صراحة، بلا شك.
    Loaded,
    /// Softened and strengthened at once.
    Both,
}

/// How much of a claim stands in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Quote {
    /// Nothing.
    #[default]
    None,
    /// Most of the claim is somebody's words between marks.
    Direct,
    /// Part of it is.
    Mixed,
    /// The marks hold only names, titles, terms or ironical words.
    Scare,
}

/// Who says it, by the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attribution {
    /// The rung of the ladder.
    pub source_type: SourceType,
    /// The words that name the source, with its office.
    pub source: Option<Range>,
    /// The official who is the source: an index into [`Analysis::officials`].
    pub official: Option<usize>,
    /// The words that attribute.
    pub cue: Option<Range>,
    /// What the cue does to what it reports; `None` without a cue.
    pub stance: Option<Stance>,
    /// The speaker stands in an earlier sentence.
    pub carried: bool,
    /// The outlet that passes it on, where the source is another: نقلت الوكالة عن مسؤول.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relay: Option<Range>,
    /// Several speak at once, none of them named: مصادر.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub plural: bool,
    /// The words that withhold the source's name: طلب عدم الكشف عن هويته.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anonymity: Option<Range>,
}

/// The source ladder, from a named office-holder down to the author's own voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum SourceType {
    /// A named or uniquely identified office-holder or official spokesperson.
    Official,
    /// Another named person.
    Person,
    /// A government, ministry, company, organisation, outlet or agency as the speaker.
    Institution,
    /// A report, study, statement, law, survey.
    Document,
    /// A specific source that stays unnamed: مصدر أمني.
    Unnamed,
    /// Generic or impersonal: خبراء، يُقال.
    Vague,
    /// Nobody: the writer's or outlet's own voice.
    Author,
}

/// What the attributing word does to what it reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Stance {
    /// قال، ذكر، بحسب
    Neutral,
    /// أكد، شدد
    Assertive,
    /// Takes it for true: كشف، أقرّ
    Presupposing,
    /// زعم، ادعى
    Doubtful,
    /// اتهم، حمّل
    Accusing,
    /// نفى، رفض
    Denying,
    /// Calls, warns, expects: دعا، حذّر، توقع
    Directive,
}

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// Where it begins, at its first number or its currency, without approximating words.
    pub start: u32,
    /// Where it has ended.
    pub end: u32,
    /// Lowest and highest value in units of the currency, below zero behind a minus sign; equal for one amount, both
    /// `None` for an indefinite one.
    pub min: Option<f64>,
    /// See `min`.
    pub max: Option<f64>,
    /// ISO 4217 code, `None` if the text leaves it open.
    pub currency: Option<String>,
    /// The approximating or bounding words beside it (نحو، أكثر من).
    pub approx: Option<Range>,
    /// What those words make of the value.
    #[serde(default)]
    pub bound: Option<Bound>,
    /// Whether it goes to somebody or something.
    pub kind: FigureKind,
    /// Who gives it; of funding alone, as the next three.
    pub donor: Option<Range>,
    /// Who gets it.
    pub recipient: Option<Range>,
    /// What for.
    pub purpose: Option<Range>,
    /// When, or per what.
    pub period: Option<Range>,
    /// Through whom the money goes, where the text says so.
    pub intermediary: Option<Range>,
    /// How far the money has come, where the text says so.
    pub phase: Option<Phase>,
    /// The figure that this one tells again in another currency, «20 مليون يورو (22 مليون دولار)»: an index into
    /// [`Analysis::figures`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub converts: Option<usize>,
    /// The claim it stands in: an index into [`Analysis::claims`].
    pub claim: Option<usize>,
    /// Why it is marked, and why so.
    pub reasons: Vec<Reason>,
    /// What the reader changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
}

/// How far money has come on its way to the recipient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Phase {
    /// تعهّد
    Pledged,
    /// خصّص
    Allocated,
    /// صرف
    Disbursed,
}

/// How an amount's value is to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// Near it: نحو، حوالي، زهاء.
    About,
    /// More than it: أكثر من، يفوق.
    Over,
    /// It or more: لا يقل عن.
    AtLeast,
    /// Less than it: أقل من، دون.
    Under,
    /// It or less: لا يتجاوز.
    AtMost,
    /// As much as it: تصل إلى، حتى.
    UpTo,
    /// As much in another currency: ما يعادل.
    Equal,
}

/// What an amount of money is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum FigureKind {
    /// Given, granted, lent, allocated, budgeted, pledged, invested or spent on an activity.
    Funding,
    /// Price, salary, revenue, debt, loss, trade, fine, market value.
    Other,
}

/// One named person in public office, with every mention.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Official {
    /// The fullest name the text gives, as written there.
    pub name: String,
    /// The offices the text gives, as written there, without repetition.
    pub offices: Vec<String>,
    /// Whose office it is.
    pub kind: OfficialKind,
    /// Every place where the person is named, in the order of the text.
    pub mentions: Vec<Mention>,
    /// Why the person is taken for an official.
    pub reasons: Vec<Reason>,
    /// What the reader changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
}

/// Whose office an official holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum OfficialKind {
    /// Of a state: central, local, military, police, judicial, royal.
    State,
    /// An intergovernmental organisation.
    Igo,
    /// A party, movement or armed group.
    Party,
}

/// One mention of an official: the name alone, and the office that stands with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Where the name begins, without title or clitic.
    pub start: u32,
    /// Where it has ended.
    pub end: u32,
    /// The office that stands with it.
    pub office: Option<Range>,
}

/// Why a mark is there: a rule, and the words of the text that set it off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// The rule.
    pub code: ReasonCode,
    /// The words; `None` if the reason is an absence (no source is named).
    pub words: Option<Range>,
}

/// The rules that make or grade a mark. Their sentences, in Arabic and English, are in `explain`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReasonCode {
    /// These words attribute the claim.
    Cue,
    /// These words name the source.
    Source,
    /// The speaker of an earlier sentence goes on.
    Carried,
    /// Nobody is named: the writer's own voice.
    NoSource,
    /// These words soften.
    Hedge,
    /// These words strengthen as if proved.
    Booster,
    /// A number or sum is at issue.
    Quantity,
    /// These words accuse or impute intent.
    Accusation,
    /// These words assert cause and effect.
    Causal,
    /// These words compare or rank.
    Comparison,
    /// These words report harm: casualties, violence, damage.
    Casualty,
    /// These words tell of a rule, decision or agreement.
    Law,
    /// These words look ahead.
    Prediction,
    /// These words tell of a dispute, a crisis or fighting.
    Conflict,
    /// These words tell of a result, a rise or a fall.
    Change,
    /// These words deny, admit or disclose.
    Denial,
    /// These words tell of a ceremony, a visit, a programme: checkable, but routine.
    Routine,
    /// These words judge.
    Evaluation,
    /// These words say what ought to be done.
    Call,
    /// These words make the amount funding.
    Funding,
    /// These words make the amount something else than funding.
    NotFunding,
    /// The currency of these words is the one usually meant by its name: the article names no country.
    UsualCurrency,
    /// The office that stands with the name.
    Office,
    /// The name is in the list of known office-holders.
    KnownHolder,
}

impl Analysis {
    /// The index of the sentence that has the unit at `offset`, or of the first one behind it; the number of sentences if there is none.
    pub fn sentence_at(&self, offset: u32) -> usize {
        self.sentences.partition_point(|sentence| sentence.end <= offset)
    }

    /// Offsets in bytes become offsets in `unit`. `text` is the analysed text.
    pub fn in_unit(mut self, text: &str, unit: OffsetUnit) -> Analysis {
        let converter = OffsetConverter::new(text, unit);
        self.for_each_range(|range| {
            range.start = converter.convert(range.start);
            range.end = converter.convert(range.end);
        });
        self
    }

    /// Calls `f` with every range of the analysis.
    pub fn for_each_range(&mut self, mut f: impl FnMut(&mut Range)) {
        fn reasons(reasons: &mut [Reason], f: &mut impl FnMut(&mut Range)) {
            reasons.iter_mut().filter_map(|r| r.words.as_mut()).for_each(f)
        }
        fn in_place(start: &mut u32, end: &mut u32, f: &mut impl FnMut(&mut Range)) {
            let mut range = Range { start: *start, end: *end };
            f(&mut range);
            (*start, *end) = (range.start, range.end);
        }
        self.sentences.iter_mut().for_each(&mut f);
        for claim in &mut self.claims {
            in_place(&mut claim.start, &mut claim.end, &mut f);
            let attribution = &mut claim.attribution;
            [&mut attribution.source, &mut attribution.cue, &mut attribution.relay, &mut attribution.anonymity]
                .into_iter()
                .flatten()
                .for_each(&mut f);
            reasons(&mut claim.reasons, &mut f);
        }
        for figure in &mut self.figures {
            in_place(&mut figure.start, &mut figure.end, &mut f);
            [
                &mut figure.approx,
                &mut figure.donor,
                &mut figure.recipient,
                &mut figure.purpose,
                &mut figure.period,
                &mut figure.intermediary,
            ]
            .into_iter()
            .flatten()
            .for_each(&mut f);
            reasons(&mut figure.reasons, &mut f);
        }
        for official in &mut self.officials {
            for mention in &mut official.mentions {
                in_place(&mut mention.start, &mut mention.end, &mut f);
                mention.office.iter_mut().for_each(&mut f);
            }
            reasons(&mut official.reasons, &mut f);
        }
    }
}
