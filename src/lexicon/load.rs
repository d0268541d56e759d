//! Loading the lexicon, at every start: the phrases of all topics are written out in all their forms, folded as text is,
//! and put into the trie.

use super::words::Words;
use super::{End, Lexicon, NONE, Node, Root, Row, Topic, packing, topics};
use rustc_hash::FxHashMap;

impl Lexicon {
    pub(super) fn load() -> Lexicon {
        assert!(topics::TOPICS.len() <= 64, "a word's topics are a set of 64 bits");
        // Room for all at once: growing would move everything again and again.
        let mut lexicon = Lexicon {
            words: Words::with_capacity(topics::FORMS),
            roots: Vec::with_capacity(topics::FORMS),
            nodes: Vec::with_capacity(topics::FORMS),
            edges: FxHashMap::default(),
            ends: Vec::with_capacity(topics::FORMS),
            rows: Vec::with_capacity(topics::TOPICS.len()),
        };
        for (topic, (_, rows)) in topics::TOPICS.iter().enumerate() {
            let rows = lexicon.load_topic(Topic(topic as u8), rows);
            lexicon.rows.push(rows);
        }
        lexicon
    }

    /// The rows of a topic as `build.rs` writes them. What is loaded is never let go.
    fn load_topic(&mut self, topic: Topic, rows: &[u8]) -> Vec<Row> {
        let written = WrittenOut::of(rows);
        // Of each row, where its phrases and its fields end.
        let mut bounds = Vec::with_capacity(written.rows.len());
        let mut phrases = Vec::with_capacity(written.forms.len());
        let mut fields = Vec::with_capacity(written.rows.len());
        let (mut form, mut start) = (0, 0);
        for &(last, columns) in &written.rows {
            let before = phrases.len();
            while form < last {
                let Form { end, is_word } = written.forms[form];
                let phrase = &written.text[start..end];
                // A form met before in a topic keeps its first row: files go from the particular to the general.
                if self.add(topic, bounds.len() as u32, phrase, is_word) {
                    phrases.push(phrase);
                }
                (form, start) = (form + 1, end);
            }
            if phrases.len() > before {
                fields.extend(columns.split('\t'));
                bounds.push((phrases.len(), fields.len()));
            }
        }
        let (phrases, fields): (&'static [&str], &'static [&str]) = (phrases.leak(), fields.leak());
        let mut from = (0, 0);
        let row = |to: (usize, usize)| {
            let row = Row { phrases: &phrases[from.0..to.0], fields: &fields[from.1..to.1] };
            from = to;
            row
        };
        bounds.into_iter().map(row).collect()
    }

    /// Adds a phrase of a row, which may be one word; `false`, and nothing done, where the topic has it already.
    fn add(&mut self, topic: Topic, row: u32, phrase: &'static str, is_word: bool) -> bool {
        let (mut node, mut first) = (NONE, NONE);
        for word in phrase.splitn(if is_word { 1 } else { usize::MAX }, ' ') {
            let word = self.words.add(word);
            if word.0 as usize == self.roots.len() {
                self.roots.push(Root { topics: 0, alone: 0, node: NONE });
            }
            let step = if node == NONE {
                first = word.0;
                let root = &mut self.roots[first as usize];
                root.topics |= topic.bit();
                &mut root.node
            } else {
                self.nodes[node as usize].topics |= topic.bit();
                self.edges.entry((node, word)).or_insert(NONE)
            };
            if *step == NONE {
                *step = self.nodes.len() as u32;
                self.nodes.push(Node { topics: 0, end: NONE });
            }
            node = *step;
        }
        let root = &mut self.roots[first as usize];
        if root.node == node {
            root.alone |= topic.bit();
        }
        let fresh = self.end(node, topic).is_none();
        if fresh {
            let end = &mut self.nodes[node as usize].end;
            self.ends.push(End { topic, row, next: *end });
            *end = self.ends.len() as u32 - 1;
        }
        fresh
    }
}

/// All phrases of one topic's rows, where nothing else of the lexicon is needed: a build without the engine is without the rest.
pub(crate) fn phrases(rows: &[u8]) -> impl Iterator<Item = &'static str> {
    let WrittenOut { text, forms, .. } = WrittenOut::of(rows);
    let mut start = 0;
    forms.into_iter().map(move |form| &text[std::mem::replace(&mut start, form.end)..form.end])
}

/// The phrases of a topic in all their forms.
struct WrittenOut {
    /// One form behind the other, nothing between them.
    text: &'static str,
    forms: Vec<Form>,
    /// Of each row, the number of forms up to its last one, and its fields.
    rows: Vec<(usize, &'static str)>,
}

#[derive(Clone, Copy)]
struct Form {
    /// Where it ends in the text.
    end: usize,
    /// It is one word.
    is_word: bool,
}

impl WrittenOut {
    fn of(rows: &[u8]) -> WrittenOut {
        let rows: &'static str = packing::unpacked(rows, &topics::LETTERS).leak();
        let mut text = String::with_capacity(4 * rows.len());
        let mut forms = Vec::with_capacity(rows.len() / 4);
        let mut write = |phrase: &str, slash: Option<usize>, is_word: bool| {
            let Some(affixes) = topics::PARADIGMS.get(usize::from(phrase.as_bytes()[0])) else {
                text.push_str(phrase);
                forms.push(Form { end: text.len(), is_word });
                return forms.len();
            };
            let (stem, rest) = slash.map_or((&phrase[1..], ""), |slash| (&phrase[1..slash], &phrase[slash + 1..]));
            for (before, behind) in *affixes {
                [before, stem, behind, rest].into_iter().for_each(|part| text.push_str(part));
                forms.push(Form { end: text.len(), is_word });
            }
            forms.len()
        };
        let read = |row: &'static str| {
            let (phrases, fields) = row.split_once('\t').unwrap_or((row, ""));
            // All that parts a row is looked for in one pass: this is done at every start.
            let (mut start, mut slash, mut is_word, mut count) = (0, None, true, 0);
            for (at, byte) in phrases.bytes().chain([b'|']).enumerate() {
                match byte {
                    b'|' => {
                        count = write(&phrases[start..at], slash, is_word);
                        (start, slash, is_word) = (at + 1, None, true);
                    }
                    b'/' => slash = Some(at - start),
                    b' ' => is_word = false,
                    _ => {}
                }
            }
            (count, fields)
        };
        let rows = rows.lines().map(read).collect();
        WrittenOut { text: text.leak(), forms, rows }
    }
}
