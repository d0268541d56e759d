//! Questions to the tables: whether a word stands in one, and what its row says.

use super::fields::{Around, Body, Head, Leading, Reach, Title};
use super::topic_sets::OFFICE_OR_TITLE;
use super::{Sort, Vocabulary};
use crate::analysis::OfficialKind;
use crate::lexicon::{Match, WordId, lexicon, topic};
use crate::officials::stems::row_of_stem;
use crate::text::{Block, Clitics, Phrase};

const ATTACHED: Clitics = Clitics::CONJUNCTION.with(Clitics::PREPOSITION);
const ATTACHED_AND_ARTICLE: Clitics = ATTACHED.with(Clitics::AL);
const BI_OR_LI: Clitics = Clitics::BI.with(Clitics::LI);

impl Vocabulary {
    /// What a row of the heads says.
    pub fn head(&self, row: usize) -> &Head {
        &self.heads[row]
    }

    /// What a row of the bodies says.
    pub fn body(&self, row: usize) -> Body {
        self.bodies[row]
    }

    /// A row of bodies with a name of their own: no genitive follows.
    pub fn is_proper(&self, row: usize) -> bool {
        self.proper_bodies[row]
    }

    /// A body with a name of its own may be called by this word when it is named again.
    pub fn is_general(&self, noun: WordId) -> bool {
        lexicon().row_of(topic::OFFICE_BODIES, noun).is_some_and(|row| self.general_bodies[row])
    }

    /// The kind of office that a row of the modifiers makes.
    pub fn modifier_kind(&self, row: usize) -> Option<OfficialKind> {
        self.modifier_kinds[row]
    }

    /// Behind the modifier at `at` that goes with a rank: «المتقاعد».
    pub fn service_end(&self, block: &Block, at: usize) -> Option<usize> {
        let found = block.match_at(topic::OFFICE_MODIFIERS, at, Clitics::AL)?;
        (found.reading.clitics.has(Clitics::AL) && self.service[found.row]).then_some(found.tokens.end as usize)
    }

    /// What a row of the titles says.
    pub fn title(&self, row: usize) -> Title {
        self.titles[row]
    }

    /// «الفريق» is a team more often than a general.
    pub fn is_noun_title(&self, row: usize) -> bool {
        self.noun_titles[row]
    }

    /// «خمس», «ثلاثة».
    pub fn is_unit(&self, block: &Block, at: usize) -> bool {
        block.match_at(topic::NUMERALS, at, Clitics::NONE).is_some_and(|found| found.tokens.len() == 1 && self.units[found.row])
    }

    /// A thing that bears somebody's name: «شارع», «جائزة», «جامعة».
    #[inline]
    pub fn is_named_after(&self, block: &Block, at: usize) -> bool {
        block.match_at(topic::NAMESAKES, at, ATTACHED_AND_ARTICLE).is_some()
    }

    /// A preposition, or a noun in construct, before a common noun: «في الفريق», «مدرب الفريق».
    pub fn governs_noun(&self, block: &Block, at: usize) -> bool {
        let named = |topic| block.match_at(topic, at, Clitics::CONJUNCTION).is_some();
        matches!(block.word(at), "في" | "داخل" | "ضمن")
            || self.is_noun(block.word(at))
            || named(topic::TITLES)
            || named(topic::OFFICE_BODIES)
    }

    /// Says that whoever is named next leads what is named before: «بقيادة», «يتزعمها».
    pub fn leads(&self, block: &Block, at: usize) -> bool {
        self.introduces(block, at, Leading::Body)
    }

    /// Says that whoever is named next is present: «بحضور».
    pub fn is_beside(&self, block: &Block, at: usize) -> bool {
        self.introduces(block, at, Leading::Beside)
    }

    /// «في عهد»: who is named next governs.
    pub fn is_rule(&self, block: &Block, at: usize) -> bool {
        self.introduces(block, at, Leading::Rule)
    }

    fn introduces(&self, block: &Block, at: usize, whom: Leading) -> bool {
        let clitics = if whom == Leading::Rule { ATTACHED } else { Clitics::CONJUNCTION };
        let found = block.match_at(topic::LEADING, at, clitics);
        found.is_some_and(|found| found.tokens.len() == 1 && self.leading[found.row] == whom)
    }

    /// A name too, though something else far more often.
    #[inline]
    pub fn is_doubtful_name(&self, block: &Block, at: usize) -> bool {
        block.match_at(topic::DOUBTFUL_NAMES, at, Clitics::NONE).is_some()
    }

    /// What the word at `at` does around a name.
    #[inline]
    pub fn does(&self, block: &Block, at: usize, around: Around) -> bool {
        let found = block.is_word(at).then(|| block.match_at(topic::AROUND_NAMES, at, Clitics::NONE)).flatten();
        found.is_some_and(|found| self.around[found.row] & around.bit() != 0)
    }

    /// «يشغل», «وشغل»: who is named next holds a post.
    pub fn holds(&self, block: &Block, at: usize) -> bool {
        let found = block.match_at(topic::AROUND_NAMES, at, Clitics::CONJUNCTION);
        found.is_some_and(|found| self.around[found.row] & Around::Hold.bit() != 0)
    }

    /// «منافسه», «لمنافسها»: who is named next holds what somebody named before does, or seeks it.
    pub fn is_rival(&self, block: &Block, at: usize) -> bool {
        let found = block.match_at(topic::AROUND_NAMES, at, ATTACHED);
        found.is_some_and(|found| self.around[found.row] & Around::Rival.bit() != 0)
    }

    /// «منصب», «بمنصب»: behind it stands an office.
    #[inline]
    pub fn is_post(&self, block: &Block, at: usize) -> bool {
        let found = block.match_at(topic::AROUND_NAMES, at, BI_OR_LI);
        found.is_some_and(|found| self.around[found.row] & Around::Post.bit() != 0)
    }

    /// «خلفاً لـ», «بدلاً من» at `at`: behind it stands a predecessor or successor.
    #[inline]
    pub fn succession_at(&self, block: &Block, at: usize) -> Option<Match> {
        block.match_at(topic::SUCCESSION, at, Clitics::CONJUNCTION).filter(|found| !self.roles[found.row])
    }

    /// «خلفاً»: what somebody becomes.
    #[inline]
    pub fn is_successor(&self, block: &Block, at: usize) -> bool {
        let found = block.is_word(at).then(|| block.match_at(topic::SUCCESSION, at, Clitics::NONE)).flatten();
        found.is_some_and(|found| self.roles[found.row])
    }

    /// The body at `at`, with clitics or without.
    #[inline]
    pub fn any_body(&self, block: &Block, at: usize) -> Option<(Match, Body)> {
        let found = block.match_at(topic::OFFICE_BODIES, at, ATTACHED_AND_ARTICLE)?;
        Some((found, self.body(found.row)))
    }

    /// A public body at `at`, and the kind of office it gives.
    pub fn public_body(&self, block: &Block, at: usize) -> Option<(Match, OfficialKind)> {
        match self.any_body(block, at)? {
            (found, Body::Public(kind)) => Some((found, kind)),
            _ => None,
        }
    }

    /// A known office-holder named at `at`, with clitics or without: his or her row, the tokens, the bytes of clitics.
    #[inline]
    pub fn holder_at(&self, block: &Block, at: usize) -> Option<(usize, Phrase)> {
        let found = block.match_at(topic::KNOWN_HOLDERS, at, ATTACHED)?;
        Some((found.row, Phrase::new(found.tokens, found.reading.outside)))
    }

    /// The kind of office that a row of the known office-holders gives.
    pub fn holder_kind(&self, row: usize) -> OfficialKind {
        self.holder_kinds[row]
    }

    /// A name or a particle of names may begin at the token, its clitics taken off.
    #[inline]
    pub fn may_name(&self, block: &Block, at: usize) -> bool {
        block.may_begin_any(&[topic::NAMES, topic::NAME_PARTICLES], at)
    }

    /// The word, its clitics taken off, is a name that may open one.
    pub fn opens_name(&self, word: WordId) -> bool {
        lexicon().row_of(topic::NAMES, word).is_some_and(|row| self.names[row] != Sort::Family)
            || lexicon().row_of(topic::NAME_PARTICLES, word).is_some_and(|row| self.particles[row] == Sort::Kin)
    }

    /// What a word says of how far an office reaches.
    pub fn reach(&self, word: &str) -> Option<Reach> {
        self.reaches.get(word)
    }

    /// A common noun without article or clitic.
    pub fn is_noun(&self, word: &str) -> bool {
        self.common_row(word).is_some_and(|row| !self.qualities[row])
    }

    /// The plural in ات of a noun, with the article.
    pub fn is_noun_plural(&self, word: &str) -> bool {
        word.strip_prefix("ال").is_some_and(|stem| self.common_row(stem).is_some())
    }

    /// A word of an office or a title.
    pub fn is_office_word(&self, block: &Block, at: usize) -> bool {
        block.may_begin_any(OFFICE_OR_TITLE, at)
            && [topic::OFFICE_HEADS, topic::TITLES, topic::OFFICE_MODIFIERS]
                .iter()
                .any(|&topic| block.match_at(topic, at, Clitics::AL).is_some())
    }

    /// An honorific, a rank or a calling, with the article.
    pub fn is_title(&self, block: &Block, at: usize) -> bool {
        block.match_at(topic::TITLES, at, Clitics::AL).is_some_and(|title| title.reading.clitics.has(Clitics::AL))
    }

    /// A title with the article, that no list has as a family name.
    pub fn is_title_only(&self, block: &Block, at: usize) -> bool {
        self.is_office_word(block, at) && block.match_at(topic::NAMES, at, Clitics::NONE).is_none()
    }

    /// «الأمين»: with the article, and a first name without it.
    pub fn is_name_with_article(&self, block: &Block, at: usize) -> bool {
        block.match_at(topic::NAMES, at, Clitics::AL).is_some()
    }

    /// A common noun or adjective as the lexicon has it, without any ending.
    pub fn is_base_word(&self, word: &str) -> bool {
        row_of_stem(topic::COMMON_WORDS, word).is_some()
    }

    /// An adjective without article.
    pub fn is_bare_quality(&self, word: &str) -> bool {
        row_of_stem(topic::COMMON_WORDS, word).is_some_and(|row| self.qualities[row])
    }

    /// An adjective with the article that may belong to an office.
    pub fn is_quality(&self, word: &str) -> bool {
        let Some(stem) = word.strip_prefix("ال") else { return false };
        self.common_row(stem).is_some_and(|row| self.qualities[row])
    }
}
