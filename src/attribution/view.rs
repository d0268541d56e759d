//! A block as attribution looks at it: what each token does in a clause, and whose names stand where.

use super::lexis::{CueWord, Lexis, PhraseRole, Reporting, SourceWord, SpeakerClass, Speaking, Verb};
use crate::lexicon::{Match, Topic, topic};
use crate::officials::Person;
use crate::phrases::Class;
use crate::text::{Block, Clitics, Span, TokenKind, Tokens, spells_letters};

/// What a token does in a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A word that may be part of a noun phrase.
    Word,
    Foreign,
    Number,
    /// أن، إن and the like: what is said follows.
    That,
    Function(Class),
    Colon,
    Comma,
    /// A dash, as between place and agency.
    Dash,
    /// Ends a clause: semicolon, question mark ...
    Stop,
    OpenBracket,
    CloseBracket,
    /// A quotation mark of any side.
    QuotationMark,
    OtherMark,
}

/// A mention of a person in a block: tokens of name with office, and whose it is.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    /// The block it stands in.
    pub block: usize,
    pub tokens: Span<Tokens>,
    /// Bytes of a clitic attached before it.
    pub outside: u8,
    /// The name alone.
    pub name: Span<Tokens>,
    pub person: usize,
}

/// A block with what attribution asks of its tokens. Tokens are counted from 0; one beyond the block is the end of a clause.
pub struct View<'a> {
    pub block: &'a Block<'a>,
    pub lexis: &'static Lexis,
    pub kinds: Vec<Kind>,
    /// In the order of the text.
    pub named: &'a [Named],
    pub people: &'a [Person<'a>],
}

/// The head of an office that the list of speakers does not have.
static OFFICE: Speaking = Speaking {
    class: SpeakerClass::Office,
    title: false,
    private: false,
    occasion: false,
    outside: false,
    single: false,
    press: false,
    norm: false,
};

/// أم: a mother before a name, «or» elsewhere.
const MOTHER: &str = "ام";
/// What may be attached before a noun that speaks.
pub const NOUN_CLITICS: Clitics = Clitics::CONJUNCTION.with(Clitics::PREPOSITION).with(Clitics::AL).with(Clitics::PRONOUN);
/// What may be attached to a verb.
const VERB_CLITICS: Clitics = Clitics::CONJUNCTION.with(Clitics::SA).with(Clitics::PRONOUN);

impl<'a> View<'a> {
    /// Works out what each token does. `named` are the mentions of this block, `people` those of the document; `kinds`: those of another
    /// block, whose room is used again.
    pub fn new(
        block: &'a Block<'a>,
        lexis: &'static Lexis,
        named: &'a [Named],
        people: &'a [Person<'a>],
        mut kinds: Vec<Kind>,
    ) -> View<'a> {
        let mut view = View { block, lexis, kinds: Vec::new(), named, people };
        kinds.clear();
        kinds.extend(block.tokens().iter().enumerate().map(|(at, token)| view.read_kind(at, token.kind)));
        view.kinds = kinds;
        // Between points the names of letters are nothing else (إل is no article).
        for at in 1..view.kinds.len().saturating_sub(1) {
            if view.kinds[at] == Kind::OtherMark && view.abbreviates(at) {
                (view.kinds[at - 1], view.kinds[at + 1]) = (Kind::Word, Kind::Word);
            }
        }
        // A point behind which the sentence goes on ends no clause: «د. فلان».
        for sentence in &block.sentences {
            let last_word = sentence.range().rposition(|at| block.is_word(at)).unwrap_or(0);
            for at in sentence.range().take(last_word) {
                if view.kinds[at] == Kind::Stop && block.word(at) == "." {
                    view.kinds[at] = Kind::OtherMark;
                }
            }
        }
        // In «سي إن إن» nothing is said.
        for at in 0..view.kinds.len() {
            if view.kinds[at] == Kind::That
                && let Some((m, _)) = at.checked_sub(1).and_then(|before| view.speaker(before)).filter(|(m, _)| m.tokens.len() > 2)
            {
                view.kinds[m.tokens.range()].fill(Kind::Word);
            }
        }
        // Single and doubled marks quote only where they pair.
        for quotation in &block.quotations {
            if quotation.opened {
                view.kinds[quotation.inside.start as usize - 1] = Kind::QuotationMark;
            }
            if quotation.closed {
                view.kinds[quotation.inside.end as usize] = Kind::QuotationMark;
            }
        }
        // A name's words are nothing else.
        for name in named.iter().map(|n| n.name) {
            view.kinds[name.range()].fill(Kind::Word);
        }
        view
    }

    fn read_kind(&self, at: usize, token: TokenKind) -> Kind {
        match token {
            TokenKind::Foreign => Kind::Foreign,
            TokenKind::Number => Kind::Number,
            TokenKind::Mark => match self.block.word(at) {
                ":" => Kind::Colon,
                "،" | "," => Kind::Comma,
                "-" | "–" | "—" | "ـ" | "−" | "|" | "/" => Kind::Dash,
                "." if self.abbreviates(at) => Kind::OtherMark,
                "؛" | ";" | "." | "!" | "?" | "؟" | "…" => Kind::Stop,
                "(" | "[" | "{" => Kind::OpenBracket,
                ")" | "]" | "}" => Kind::CloseBracket,
                "«" | "»" | "“" | "”" | "„" | "\"" | "‘" | "’" => Kind::QuotationMark,
                _ => Kind::OtherMark,
            },
            TokenKind::Word => self.block.form(at).kind.get_or_init(|| self.lasting_kind(at)).unwrap_or_else(|| self.kind_of_word(at)),
        }
    }

    /// What a word does wherever it stands; nothing if what follows decides.
    fn lasting_kind(&self, at: usize) -> Option<Kind> {
        if !self.block.may_begin_any(&[topic::REPORTING_PHRASES, topic::FUNCTION_WORDS], at) {
            return Some(Kind::Word);
        }
        // A longer phrase may begin with what is a word of the topic alone.
        let goes_on = |topic, allowed| {
            let beginning = self.block.beginning(topic, at, allowed);
            beginning.alone.is_some() && beginning.goes_on
        };
        let open = goes_on(topic::REPORTING_PHRASES, Clitics::CONJUNCTION)
            || goes_on(topic::FUNCTION_WORDS, Clitics::CONJUNCTION)
            || self.block.beginning(topic::SPEAKERS, at, Clitics::NONE).goes_on
            || self.block.word(at) == MOTHER;
        if open { None } else { Some(self.kind_of_word(at)) }
    }

    fn kind_of_word(&self, at: usize) -> Kind {
        let (lexis, bare) = (self.lexis, Clitics::CONJUNCTION);
        let single = |topic| self.block.match_at(topic, at, bare).filter(|m| m.tokens.len() == 1);
        if let Some(m) = single(topic::REPORTING_PHRASES).filter(|m| lexis.phrase[m.row].role == PhraseRole::That) {
            // فإن draws a conclusion and reports nothing; as often it is part of a name (فان دايك).
            return if m.reading.clitics.has(Clitics::FA) { Kind::Word } else { Kind::That };
        }
        // آل opens a family's name; ال is a particle.
        if self.block.word(at) == "ال" && self.block.first_letter(at) == Some('آ') {
            return Kind::Word;
        }
        // أم أحمد is a mother.
        if self.block.word(at) == MOTHER && self.block.match_at(topic::NAMES, at + 1, Clitics::NONE).is_some() {
            return Kind::Word;
        }
        match single(topic::FUNCTION_WORDS) {
            // والي is a governor before it is «and to».
            Some(m) if m.reading.clitics != Clitics::NONE && self.block.match_at(topic::SPEAKERS, at, Clitics::NONE).is_some() => {
                Kind::Word
            }
            Some(m) => Kind::Function(lexis.function[m.row]),
            None => Kind::Word,
        }
    }

    /// What a token does; beyond the block, it ends clauses.
    #[inline]
    pub fn kind(&self, at: usize) -> Kind {
        self.kinds.get(at).copied().unwrap_or(Kind::Stop)
    }

    /// The token is a function word of this class.
    #[inline]
    pub fn is(&self, at: usize, class: Class) -> bool {
        self.kind(at) == Kind::Function(class)
    }

    /// The reporting phrase that begins at a token.
    #[inline(always)]
    pub fn phrase(&self, at: usize) -> Option<(Match, &'static Reporting)> {
        if self.block.may_begin(topic::REPORTING_PHRASES, at) { self.phrase_of_word(at) } else { None }
    }

    fn phrase_of_word(&self, at: usize) -> Option<(Match, &'static Reporting)> {
        let m = self.block.match_at(topic::REPORTING_PHRASES, at, Clitics::CONJUNCTION)?;
        Some((m, &self.lexis.phrase[m.row]))
    }

    /// A reporting phrase of this role begins at a token.
    pub fn has_role(&self, at: usize, role: PhraseRole) -> bool {
        self.phrase(at).is_some_and(|(_, reporting)| reporting.role == role)
    }

    /// The verb of saying at a token.
    #[inline(always)]
    pub fn verb(&self, at: usize) -> Option<(Match, &'static Verb)> {
        if self.block.may_begin(topic::REPORTING_VERBS, at) { self.form_of_verb(at) } else { None }
    }

    fn form_of_verb(&self, at: usize) -> Option<(Match, &'static Verb)> {
        let m = self.block.match_at(topic::REPORTING_VERBS, at, VERB_CLITICS)?;
        // No verb ends in ة; «رداً على» is none.
        let figure = || self.has_role(at, PhraseRole::Figure);
        if self.in_name(at) || figure() || self.block.last_letter(at) == Some('ة') {
            return None;
        }
        Some((m, &self.lexis.verb[m.row]))
    }

    /// The noun at a token that can speak.
    pub fn speaker(&self, at: usize) -> Option<(Match, &'static Speaking)> {
        if let Some(m) = self.block.match_at(topic::SPEAKERS, at, NOUN_CLITICS) {
            return Some((m, &self.lexis.speaker[m.row]));
        }
        // Every office can speak.
        Some((self.block.match_at(topic::OFFICE_HEADS, at, NOUN_CLITICS)?, &OFFICE))
    }

    /// A noun that speaks with ل before it: who is told something.
    pub fn hearer(&self, at: usize) -> Option<(Match, &'static Speaking)> {
        let may_be = self.block.word_at(at).starts_with(['ل', 'و', 'ف']);
        if may_be { self.speaker(at).filter(|(m, _)| m.reading.clitics.has(Clitics::LI)) } else { None }
    }

    /// What the word, as it stands, does around a verb of saying.
    pub fn cue_word(&self, at: usize) -> Option<CueWord> {
        self.lexis.cue_words.get(self.block.word_at(at))
    }

    /// What the word, as it stands, does in the noun phrase of a source.
    pub fn source_word(&self, at: usize) -> Option<SourceWord> {
        self.lexis.source_words.get(self.block.word_at(at))
    }

    /// A phrase of a topic that begins at a token, whatever may be attached to a noun.
    pub fn matches(&self, topic: Topic, at: usize) -> Option<Match> {
        self.block.match_at(topic, at, NOUN_CLITICS)
    }

    /// A finite verb of the news, of saying or not.
    pub fn finite(&self, at: usize) -> bool {
        !self.in_name(at)
            && (self.block.match_at(topic::VERBS, at, Clitics::CONJUNCTION).is_some() || self.verb(at).is_some())
            && self.speaker(at).is_none()
    }

    /// A country, or a city or region that may stand for its government.
    pub fn place(&self, at: usize) -> Option<Match> {
        self.matches(topic::COUNTRIES, at).or_else(|| self.matches(topic::CITIES, at))
    }

    /// The mention that begins at a token.
    pub fn named_at(&self, at: usize) -> Option<&'a Named> {
        let i = self.named.partition_point(|n| (n.tokens.start as usize) < at);
        self.named.get(i).filter(|n| n.tokens.start as usize == at)
    }

    /// What stands in the quotation whose opening mark is at a token; nothing if it is empty.
    pub fn quotation_at(&self, mark: usize) -> Option<Span<Tokens>> {
        let quotations = &self.block.quotations;
        let i = quotations.partition_point(|q| (q.inside.start as usize) < mark + 1);
        quotations.get(i).map(|q| q.inside).filter(|inside| inside.start as usize == mark + 1 && !inside.is_empty())
    }

    /// The token is part of a person's name.
    pub fn in_name(&self, at: usize) -> bool {
        let i = self.named.partition_point(|n| n.name.end as usize <= at);
        self.named.get(i).is_some_and(|n| n.name.contains(at as u32))
    }

    /// The first mention that begins within some tokens.
    pub fn first_named(&self, within: Span<Tokens>) -> Option<&'a Named> {
        let i = self.named.partition_point(|n| n.tokens.start < within.start);
        self.named.get(i).filter(|n| n.tokens.start < within.end)
    }

    /// The last mention within some tokens.
    pub fn last_named(&self, within: Span<Tokens>) -> Option<&'a Named> {
        let i = self.named.partition_point(|n| n.tokens.start < within.end);
        self.named[..i].last().filter(|n| within.covers(n.tokens))
    }

    /// A noun with the article that can be no adjective of the noun before it: «الخبر», «القرار».
    pub fn is_thing(&self, at: usize) -> bool {
        let definite = |topic| self.block.match_at(topic, at, Clitics::AL).filter(|found| found.reading.clitics.has(Clitics::AL));
        let noun = definite(topic::COMMON_WORDS).is_some_and(|found| !self.lexis.qualities[found.row] && found.tokens.len() == 1);
        noun && definite(topic::OFFICE_MODIFIERS).is_none() && definite(topic::NISBAS).is_none()
    }

    /// The word has the article, by spelling, with whatever is attached before it.
    pub fn has_article(&self, at: usize) -> bool {
        let word = self.block.word_at(at);
        let mut letters = word.chars();
        let mut next = || letters.next().unwrap_or(' ');
        match (next(), next()) {
            ('ا', 'ل') => word.len() > 3 * 2,
            ('ل', 'ل') => true,
            ('ب' | 'ك', 'ا') | ('و', 'ا' | 'ل') => next() == 'ل',
            ('و', 'ب') => (next(), next()) == ('ا', 'ل'),
            _ => false,
        }
    }

    /// A point between letters that are spelt out: جيه.إل.إل.
    pub fn abbreviates(&self, at: usize) -> bool {
        self.block.is_mark(at) && self.block.word(at) == "." && spells_letters(&self.block.lexed, at)
    }

    /// A word that begins with و as a conjunction: its rest is known, or has the article.
    pub fn joins(&self, at: usize) -> bool {
        let word = self.block.word_at(at);
        let Some(rest) = word.strip_prefix('و') else { return false };
        rest.starts_with("ال")
            || (!self.block.readings(at).iter().any(|r| r.clitics.is_within(Clitics::AL))
                && self.block.readings(at).iter().any(|r| r.clitics.has(Clitics::WA)))
    }

    /// The word is written with hamza on its first alef: أعتقد, not اعتقد.
    pub fn has_hamza(&self, at: usize, clitics: Clitics) -> bool {
        let joined = clitics.has_any(Clitics::CONJUNCTION);
        self.block.letters(at).find(|letter| !(joined && matches!(letter, 'و' | 'ف'))) == Some('أ')
    }

    /// Bytes of an attached و, ف, ب, ل or ك before the name or the noun that speaks at a token.
    pub fn attached(&self, at: usize) -> u8 {
        self.attached_to(at, self.speaker(at))
    }

    /// The same of a token whose noun that speaks is known.
    pub fn attached_to(&self, at: usize, speaker: Option<(Match, &Speaking)>) -> u8 {
        if let Some(named) = self.named_at(at) {
            return named.outside;
        }
        let noun = speaker.map(|(m, _)| m).or_else(|| self.place(at)).or_else(|| self.matches(topic::NISBAS, at));
        noun.map_or(0, |m| m.reading.outside)
    }
}
