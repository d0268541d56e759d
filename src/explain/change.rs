//! What the reader changed, as sentences.

use crate::analysis::{Change, Label};
use crate::labels;
use crate::wording::{Locale, Prose, texts};

/// A sentence for each change; empty if there is none.
pub(crate) fn changes<'t>(changes: &[Change], locale: Locale) -> Prose<'t> {
    let mut prose = Prose::new(locale);
    for change in changes {
        prose.sentence(&sentence(change, locale));
    }
    prose
}

fn sentence<'t>(change: &Change, locale: Locale) -> Prose<'t> {
    if change.what == Label::Dismissed {
        return texts::DISMISSED_BY_READER.fill(locale, &[]);
    }
    let value = |name: &Option<String>| {
        let name = name.as_deref().unwrap_or_default();
        let known = labels::value(change.what, name).map(|wording| wording.text(locale).to_owned());
        Prose::ours(locale, known.unwrap_or_else(|| name.to_owned()))
    };
    let label = Prose::ours(locale, labels::label(change.what).text(locale));
    texts::CHANGED_BY_READER.fill(locale, &[("label", label), ("from", value(&change.from)), ("to", value(&change.to))])
}
