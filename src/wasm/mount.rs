//! Puts what was rendered into a page, and tells which row of it was chosen.

use super::values::error;
use wasm_bindgen::prelude::*;
use web_sys::{Document, DomParser, Element, Event, SupportedType};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "OnSelect")]
    pub type JsOnSelect;
}

/// Puts the fragment into the page. `DOMParser` makes a document that runs no script, so even a fault in escaping could
/// not run one.
pub fn mount(container: &Element, fragment: &str, on_select: JsOnSelect) -> Result<(), JsError> {
    let on_select: js_sys::Function = JsValue::from(on_select).dyn_into().map_err(|_| error("onSelect is a function"))?;
    put(container, fragment, on_select).map_err(|thrown| match thrown.dyn_into::<js_sys::Error>() {
        Ok(thrown) => error(String::from(thrown.message())),
        Err(_) => error("the report could not be put into the page"),
    })
}

fn put(container: &Element, fragment: &str, on_select: js_sys::Function) -> Result<(), JsValue> {
    let parsed: Document = DomParser::new()?.parse_from_string(fragment, SupportedType::TextHtml)?;
    let parsed =
        parsed.body().and_then(|body| body.first_element_child()).ok_or_else(|| JsValue::from(js_sys::Error::new("an empty report")))?;
    let page = container.owner_document().ok_or_else(|| JsValue::from(js_sys::Error::new("the container is in no document")))?;
    let report: Element = page.import_node_with_deep(&parsed, true)?.unchecked_into();
    // Rows are links: the browser makes a click of the Enter key too. The listener lives as long as the report's element.
    let choose = Closure::<dyn FnMut(Event)>::new(move |event: Event| choose(&event, &on_select));
    report.add_event_listener_with_callback("click", choose.into_js_value().unchecked_ref())?;
    container.replace_children_with_node_1(&report);
    Ok(())
}

fn choose(event: &Event, on_select: &js_sys::Function) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(row) = target.and_then(|element| element.closest("[data-kind]").ok().flatten()) else { return };
    event.prevent_default();
    let number = |name| row.get_attribute(name).and_then(|value| value.parse::<u32>().ok());
    if let (Some(kind), Some(index), Some(start), Some(end)) =
        (row.get_attribute("data-kind"), number("data-index"), number("data-start"), number("data-end"))
    {
        let article = row.closest("[data-article]").ok().flatten().and_then(|article| article.get_attribute("data-article"));
        let arguments: js_sys::Array =
            [JsValue::from(kind), index.into(), start.into(), end.into()].into_iter().chain(article.map(JsValue::from)).collect();
        // What the callback throws is the page's to report: it stands in the console as an unhandled error there.
        if let Err(thrown) = on_select.apply(&JsValue::NULL, &arguments) {
            wasm_bindgen::throw_val(thrown);
        }
    }
}
