//! Two articles on one event, side by side.

use crate::annotated::Annotated;
use crate::wording::Locale;

/// One of the two.
pub struct Side<'t> {
    pub article: Annotated<'t>,
    pub title: String,
}

pub fn fragment(a: &Side, b: &Side, locale: Locale) -> String {
    format!(
        "<div class=\"isnad-comparison\">{}{}</div>",
        crate::report::fragment(&a.article, locale),
        crate::report::fragment(&b.article, locale)
    )
}

pub fn file(a: &Side, b: &Side, locale: Locale) -> String {
    fragment(a, b, locale)
}
