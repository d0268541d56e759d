//! People who act or speak elsewhere in the sentence.

use super::{FAR, Reader};
use crate::analysis::SourceType;
use crate::attribution::lexis::SpeakerClass;
use crate::attribution::source::{Reach, Source, source_at};
use crate::attribution::view::Kind;
use crate::phrases::Class;
use crate::text::Span;

impl Reader<'_, '_> {
    /// Who acts in the sentence before `limit`: the phrase behind its first verb, or that it begins with. No body whose name is
    /// feminine goes on in the `masculine`: «استقبلت الوزارة السفير …، وأوضح أن».
    pub(super) fn actor(&self, limit: usize, masculine: bool) -> Option<Source> {
        let view = self.view;
        let from = self.sentence_start;
        for at in from..limit.min(from + 12) {
            if at > from && view.kind(at - 1) == Kind::Function(Class::Preposition) && view.verb(at - 1).is_none() {
                continue;
            }
            // «للشخصيات المرشحة»: an adjective.
            if at > from && view.has_article(at) && view.has_article(at - 1) && view.named_at(at).is_none() {
                continue;
            }
            let attached = view.attached(at);
            if (view.named_at(at).is_some()
                || view.speaker(at).is_some_and(|(_, n)| n.class != SpeakerClass::Quantity && n.class != SpeakerClass::Occasion))
                && (attached == 0 || at == from)
                && let Some(source) = source_at(view, at, limit, Reach::Open)
                && matches!(
                    source.source_type,
                    Some(SourceType::Official | SourceType::Person | SourceType::Institution | SourceType::Document | SourceType::Unnamed)
                )
                && !(masculine && source.is_feminine_body(view))
            {
                return Some(source);
            }
        }
        None
    }

    /// The last person or office before `limit`: the giver of a speech in which something is said.
    pub(super) fn giver(&self, limit: usize) -> Option<Source> {
        let view = self.view;
        let within = Span::of(self.sentence_start..limit);
        let last = view.last_named(within);
        let at = match last {
            Some(named) => named.tokens.start as usize,
            None => within
                .range()
                .take(FAR)
                .find(|&i| view.speaker(i).is_some_and(|(_, n)| matches!(n.class, SpeakerClass::Office | SpeakerClass::Institution)))?,
        };
        source_at(view, at, limit, Reach::Open).filter(Source::speaks)
    }
}
