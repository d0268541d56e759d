//! Whether a text reports or argues: in a column a bare statement is a view, in a report it is news.

use super::ending::Ending;
use super::evidence::Evidence;
use super::words::Class;
use crate::analysis::SourceType;
use crate::attribution::Attributed;

/// What was counted over a text's sentences.
#[derive(Debug, Default)]
pub(super) struct Register {
    /// Sentences of three words or more.
    sentences: u32,
    /// Those that somebody else says.
    attributed: u32,
    /// Those in the writer's voice that ask, exclaim, trail off, call for something or speak of himself or us.
    arguing: u32,
}

impl Register {
    /// Takes a sentence into account.
    pub fn read(&mut self, evidence: &Evidence, attributed: &Attributed) {
        if evidence.words < 3 {
            return;
        }
        self.sentences += 1;
        if attributed.source_type != SourceType::Author {
            self.attributed += 1;
            return;
        }
        let argues = matches!(evidence.ending, Ending::Question | Ending::Exclamation | Ending::Ellipsis)
            || evidence.has(Class::Own)
            || evidence.has(Class::Call)
            || evidence.opening == Some(Class::Wish)
            || evidence.has(Class::Rhetorical)
            || evidence.weight(Class::Evaluation) > 1;
        self.arguing += u32::from(argues);
    }

    /// Two sentences in five argue, and few are told by others.
    pub fn is_argument(&self) -> bool {
        self.sentences >= 4 && self.arguing * 5 >= self.sentences * 2 && self.attributed * 3 <= self.sentences
    }
}
