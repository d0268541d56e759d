//! Compiled rows as they are loaded, a fifth smaller by gzip than as text: a byte a letter, and of each phrase only what the one
//! before it in the row does not begin with. Shared, as source, by `build.rs`, which packs.

/// The byte between two phrases that share no first letters; the ones above it tell how many they share. ASCII's controls
/// below it, tab and line feed among them, stand for themselves.
const SHARES_NONE: u8 = 0x0e;
/// As many as there are controls.
const MOST_SHARED: usize = 0x1f - SHARES_NONE as usize;

/// All letters of the rows beyond ASCII, sorted: those that bytes from 128 on stand for.
#[allow(dead_code)] // Of `build.rs`, as the next.
pub fn letters<'a>(rows: impl Iterator<Item = &'a str>) -> Vec<char> {
    let mut letters: Vec<char> = rows.flat_map(str::chars).filter(|c| !c.is_ascii()).collect();
    letters.sort_unstable();
    letters.dedup();
    assert!(letters.len() <= 128, "{} letters: more than a byte can tell apart", letters.len());
    letters
}

/// Packs rows of `phrase|phrase<TAB>field…`.
#[allow(dead_code)]
pub fn packed(rows: &str, letters: &[char]) -> Vec<u8> {
    let spell = |c: char| letters.binary_search(&c).map_or(c as u8, |at| 128 + at as u8);
    let mut out = Vec::with_capacity(rows.len());
    for row in rows.lines() {
        let (phrases, fields) = row.split_once('\t').unwrap_or((row, ""));
        let mut before: Option<&str> = None;
        for phrase in phrases.split('|') {
            let mut shared = 0;
            if let Some(before) = before {
                shared = before.chars().zip(phrase.chars()).take_while(|(a, b)| a == b).take(MOST_SHARED).count();
                out.push(SHARES_NONE + shared as u8);
            }
            out.extend(phrase.chars().skip(shared).map(spell));
            before = Some(phrase);
        }
        out.push(b'\t');
        out.extend(fields.chars().map(spell));
        out.push(b'\n');
    }
    out
}

/// The rows that were packed.
pub fn unpacked(packed: &[u8], letters: &[char]) -> String {
    let mut rows = String::with_capacity(2 * packed.len());
    let mut phrase = 0;
    for &byte in packed {
        match byte {
            SHARES_NONE..0x20 => {
                let shared = rows[phrase..].chars().take((byte - SHARES_NONE).into()).map(char::len_utf8).sum::<usize>();
                rows.push('|');
                let next = rows.len();
                rows.extend_from_within(phrase..phrase + shared);
                phrase = next;
            }
            128.. => rows.push(letters.get(usize::from(byte - 128)).copied().unwrap_or(char::REPLACEMENT_CHARACTER)),
            _ => rows.push(byte.into()),
        }
        if byte == b'\n' {
            phrase = rows.len();
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_unpacked_is_what_was_packed() {
        let rows = "@قال/يقول|@قالوا|قال لنا|قال\tneutral\tthat\nأ|أب|أب|ب\t\nنقل عن مصادر لم يسمها أحد|نقل عن مصادر لم يسمها\tx y\n";
        let letters = letters([rows].into_iter());
        assert_eq!(unpacked(&packed(rows, &letters), &letters), rows);
        assert!(packed(rows, &letters).len() < rows.chars().count());
    }
}
