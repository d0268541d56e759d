//! The clause a word stands in, as far as certainty needs to know.

use super::words::Joint;

/// The clause a word stands in, as far as certainty needs to know.
#[derive(Debug, Default)]
pub(super) struct Clause {
    /// Words since it was opened.
    pub reach: u32,
    /// أن or إن opened it.
    pub reported: bool,
    /// It only describes a noun.
    pub describes: bool,
    /// A pronoun with a conjunction came last (وهو): what follows asserts, even behind ما.
    after_pronoun: bool,
}

impl Clause {
    /// A hedge further from the clause's opening softens some detail (اتفاق جديد من المتوقع أن …).
    const REACH: u32 = 6;
    /// Behind أن and إن a longer subject may come first.
    const REPORTED_REACH: u32 = 9;

    /// Another clause opens.
    pub fn open(&mut self) {
        *self = Clause::default();
    }

    /// What softens here softens the proposition.
    pub fn asserts(&self) -> bool {
        let reach = if self.reported { Clause::REPORTED_REACH } else { Clause::REACH };
        !self.describes && self.reach <= reach
    }

    /// Reads a word that joins clauses, or, without one, any other.
    pub fn meet(&mut self, joint: Option<(Joint, bool)>, reports: bool) {
        match joint {
            Some((Joint::Opens, _)) | Some((Joint::Describes, true)) => {
                self.open();
                self.reported = reports;
            }
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
