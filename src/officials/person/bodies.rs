//! The bodies a document names, for people whose office names one only in general: «رئيس المنظمة».

use crate::analysis::OfficialKind;
use crate::document::{Document, Place};
use crate::lexicon::{Match, WordId, topic};
use crate::officials::vocabulary::{Body, vocabulary};
use crate::text::{Block, Clitics, Phrase};
use rustc_hash::FxHashMap;
use std::cell::OnceCell;

/// The bodies a document names in full. Read when first asked for: few documents need them.
pub(super) struct Bodies<'d> {
    document: &'d Document<'d>,
    named: OnceCell<BodiesNamed>,
}

/// Where bodies are named, in the order of the text, and what kind of office each gives; `None` for a club or company.
type Places = Vec<(u64, Option<OfficialKind>)>;

#[derive(Default)]
struct BodiesNamed {
    by_noun: FxHashMap<WordId, Places>,
    /// International ones by names of their own: «اليونسكو».
    proper: Places,
}

impl<'d> Bodies<'d> {
    /// Those of a document.
    pub fn of(document: &'d Document<'d>) -> Self {
        Bodies { document, named: OnceCell::new() }
    }

    /// What kind of office the body gives that was last named by this noun before a place in the text, or that the noun stands for
    /// in general; `None` where none was.
    pub fn kind_before(&self, noun: WordId, place: u64) -> Option<Option<OfficialKind>> {
        let named = self.named.get_or_init(|| self.read());
        let last = |places: &Places| Some(places[places.partition_point(|(at, _)| *at < place).checked_sub(1)?].1);
        let general = || if vocabulary().is_general(noun) { last(&named.proper) } else { None };
        named.by_noun.get(&noun).and_then(last).or_else(general)
    }

    fn read(&self) -> BodiesNamed {
        let v = vocabulary();
        let mut named = BodiesNamed::default();
        for (index, block) in self.document.blocks.iter().enumerate() {
            for at in 0..block.tokens().len() {
                let Some((found, body)) = v.any_body(block, at) else { continue };
                let end = found.tokens.end as usize;
                let place = Place::new(index, Phrase::whole(found.tokens)).order();
                let kind = match body {
                    Body::Public(kind) if v.is_proper(found.row) => {
                        if kind == OfficialKind::Igo {
                            named.proper.push((place, Some(kind)));
                        }
                        continue;
                    }
                    Body::Public(kind) if found.tokens.len() > 1 => Some(kind),
                    // «منظمة أطباء بلا حدود», «بعثة المنتخب»
                    Body::Plain | Body::Private if names_private(block, body, &found) => match v.any_body(block, end) {
                        Some((_, Body::Public(kind))) => Some(kind),
                        _ => None,
                    },
                    _ => continue,
                };
                named.by_noun.entry(found.reading.word).or_default().push((place, kind));
            }
        }
        named
    }
}

/// A noun in construct with what makes it one club, company or charity, or a body's.
fn names_private(block: &Block, body: Body, noun: &Match) -> bool {
    let v = vocabulary();
    let end = noun.tokens.end as usize;
    if noun.tokens.len() > 1 || noun.reading.clitics.has(Clitics::AL) || !block.is_word(end) {
        return false;
    }
    match v.any_body(block, end) {
        Some((_, Body::Public(_) | Body::Private)) => true,
        _ => body == Body::Private && v.is_general(noun.reading.word) && block.match_at(topic::NISBAS, end, Clitics::NONE).is_none(),
    }
}
