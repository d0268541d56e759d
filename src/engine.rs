//! The engine: the stages in their order.

use crate::analysis::Analysis;
use crate::annotated::Annotated;
use crate::document::Document;
use crate::text::{Forms, OffsetUnit};
use crate::{amounts, assemble, attribution, claims, figures, officials};
use std::rc::Rc;

/// Analyses one text after the other, and remembers the words it has met: a page that is read again, or the next of a paper, takes
/// less time. What it answers to a text is the same whatever it has read before.
#[derive(Default)]
pub struct Engine {
    forms: Rc<Forms>,
}

impl Engine {
    /// See [`analyze`](crate::analyze).
    pub fn analyze(&mut self, text: &str, unit: OffsetUnit) -> Analysis {
        self.analyze_observed(text, unit, &mut |_| {})
    }

    /// [`analyze`](Self::analyze), which calls `done` with the name of each stage when it is done: for those who measure.
    pub fn analyze_observed(&mut self, text: &str, unit: OffsetUnit, done: &mut dyn FnMut(&'static str)) -> Analysis {
        let analysis = staged(&Document::read(text, &mut self.forms), unit, done);
        if self.forms.are_too_many() {
            self.forms = Rc::default();
        }
        analysis
    }

    /// Analyses `text`; offsets given outward count in `unit`.
    pub fn annotate<'t>(&mut self, text: &'t str, unit: OffsetUnit) -> Annotated<'t> {
        Annotated::of(text, self.analyze(text, OffsetUnit::Byte), unit)
    }
}

fn staged(document: &Document, unit: OffsetUnit, done: &mut dyn FnMut(&'static str)) -> Analysis {
    done("text");
    let language = document.language();
    done("language");
    if language.other.is_some() {
        return Analysis { language, ..Analysis::default() };
    }
    let amounts = amounts::find(document);
    done("amounts");
    let people = officials::find(document);
    done("officials");
    let attributed = attribution::find(document, &people);
    done("attribution");
    let asserted = claims::find(document, &attributed, &amounts, &people);
    done("claims");
    let framed = figures::find(document, &amounts, &people);
    done("figures");
    let analysis = assemble::assemble(document, language, &people, attributed, asserted, framed).in_unit(document.text, unit);
    done("assembly");
    analysis
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_before_changes_nothing() {
        const TEXTS: [&str; 6] = [
            include_str!("../tests/articles/agency.txt"),
            // One paper tells ي from ى, the other does not: «على» is a preposition to the one, and may be a name to the other.
            "قال على حسن وزير النقل إن العمل مستمر، وأكد ابنه أن الميناء يعمل.",
            "قال على حسن وزير النقل فى القاهرة إن العمل مستمر، وأكد ابنه أن الخدمات الدوليه تعمل.",
            "وزیر نیرو گفت که آب این شهر از سد تازه است و مردم نباید نگران باشند",
            "",
            include_str!("../tests/articles/aid.txt"),
        ];
        let mut engine = Engine::default();
        for text in TEXTS.iter().chain(TEXTS.iter().rev()).chain(&TEXTS) {
            assert_eq!(engine.analyze(text, OffsetUnit::Utf16), crate::analyze(text, OffsetUnit::Utf16), "{text}");
        }
        assert_ne!(engine.analyze(TEXTS[1], OffsetUnit::Byte).officials, engine.analyze(TEXTS[2], OffsetUnit::Byte).officials);
    }

    #[test]
    fn not_everything_is_kept() {
        let mut engine = Engine::default();
        let many: String =
            (0..Forms::MOST_KEPT).map(|number| format!("و{} ", "اب".repeat(number % 50) + &"ت".repeat(number / 50))).collect();
        engine.analyze(&many, OffsetUnit::Byte);
        assert_eq!(engine.forms.count(), Forms::default().count());
    }
}
