//! Ways to spell a text otherwise that a reader does not see, or reads over.

use super::chance::Chance;
use isnad::analysis::{Analysis, Range};

/// A way to spell otherwise.
pub struct Disturbance {
    pub name: &'static str,
    /// What is written for a letter: itself, another one, or it with something behind it.
    spell: fn(Letter, &mut Chance) -> String,
}

/// A letter of the text, between its neighbours.
#[derive(Clone, Copy)]
struct Letter {
    /// The letter before the one before.
    earlier: Option<char>,
    before: Option<char>,
    it: char,
    after: Option<char>,
}

/// How often of a hundred times a letter that can be disturbed is.
const OFTEN: usize = 30;

pub const DISTURBANCES: &[Disturbance] = &[
    Disturbance { name: "diacritics", spell: diacritics },
    Disturbance { name: "tatweel", spell: tatweel },
    Disturbance { name: "bidi and zero width", spell: controls },
    Disturbance { name: "hamza", spell: hamza },
    Disturbance { name: "decomposed", spell: decomposed },
    Disturbance { name: "final ya", spell: final_ya },
    Disturbance { name: "ta marbuta", spell: ta_marbuta },
    Disturbance { name: "presentation forms", spell: presentation_forms },
    Disturbance { name: "Persian and Urdu letters", spell: persian },
    Disturbance { name: "digits", spell: digits },
    Disturbance { name: "all at once", spell: all_at_once },
];

/// A text spelt otherwise, and the way back.
pub struct Disturbed {
    pub text: String,
    /// The byte of the original for each byte of the text.
    origins: Vec<u32>,
}

impl Disturbance {
    pub fn of(&self, text: &str, chance: &mut Chance) -> Disturbed {
        let letters: Vec<(usize, char)> = text.char_indices().collect();
        let mut disturbed = Disturbed { text: String::new(), origins: Vec::new() };
        let neighbour = |at: Option<usize>| at.and_then(|at| letters.get(at)).map(|&(_, c)| c);
        for (at, &(start, it)) in letters.iter().enumerate() {
            let letter =
                Letter { earlier: neighbour(at.checked_sub(2)), before: neighbour(at.checked_sub(1)), it, after: neighbour(Some(at + 1)) };
            disturbed.text += &(self.spell)(letter, chance);
            // What stands behind the first character is behind the original letter too.
            let first = disturbed.text[disturbed.origins.len()..].chars().next().map_or(0, char::len_utf8);
            disturbed.origins.extend(std::iter::repeat_n(start as u32, first));
            disturbed.origins.resize(disturbed.text.len(), (start + it.len_utf8()) as u32);
        }
        disturbed.origins.push(text.len() as u32);
        disturbed
    }
}

impl Disturbed {
    /// The analysis of this text as one of the original.
    pub fn back(&self, mut analysis: Analysis) -> Analysis {
        let origin = |at: u32| self.origins[at as usize];
        analysis.for_each_range(|range| *range = Range { start: origin(range.start), end: origin(range.end) });
        analysis
    }
}

impl Letter {
    fn ends_word(self) -> bool {
        !self.after.is_some_and(char::is_alphabetic)
    }

    fn is_arabic(self) -> bool {
        is_arabic(self.it)
    }

    /// It is written on to the letter behind it.
    fn joins(self) -> bool {
        joins_on(self.it) && self.after.is_some_and(is_arabic)
    }
}

fn is_arabic(c: char) -> bool {
    ('\u{621}'..='\u{64a}').contains(&c)
}

fn joins_on(c: char) -> bool {
    is_arabic(c) && !"اأإآدذرزوؤةىء".contains(c)
}

fn some(chance: &mut Chance, of: &str) -> char {
    of.chars().nth(chance.below(of.chars().count())).expect("one of them")
}

/// Short vowels, doubling, nunation and the small alef.
fn diacritics(letter: Letter, chance: &mut Chance) -> String {
    let mut written = letter.it.to_string();
    if letter.is_arabic() && chance.below(100) < OFTEN {
        let marks = if letter.ends_word() { "\u{64b}\u{64c}\u{64d}\u{64e}\u{650}" } else { "\u{64e}\u{64f}\u{650}\u{652}\u{651}\u{670}" };
        written.push(some(chance, marks));
    }
    written
}

fn tatweel(letter: Letter, chance: &mut Chance) -> String {
    let long = if letter.joins() && chance.below(100) < OFTEN { 1 + chance.below(3) } else { 0 };
    letter.it.to_string() + &"ـ".repeat(long)
}

/// Marks and embeddings of direction, joiners, zero-width spaces, byte order marks, soft hyphens: within words and around them.
fn controls(letter: Letter, chance: &mut Chance) -> String {
    const CONTROLS: &str = "\u{200e}\u{200f}\u{61c}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}";
    let mut written = letter.it.to_string();
    if letter.it != '\n' && chance.below(100) < OFTEN {
        written.push(some(chance, CONTROLS));
    }
    written
}

/// Hamza left out, put where none belongs, or carried by another letter.
fn hamza(letter: Letter, chance: &mut Chance) -> String {
    let opens = !letter.before.is_some_and(char::is_alphabetic);
    let other = match letter.it {
        'أ' | 'إ' | 'آ' | 'ٱ' => "ا",
        'ا' if opens && letter.after != Some('ل') => "إأ",
        'ؤ' => "ئ",
        'ئ' => "ؤ",
        it => return it.to_string(),
    };
    if chance.below(100) < OFTEN { some(chance, other) } else { letter.it }.to_string()
}

/// Letter and hamza as two characters, as the file systems of Apple and some converters leave them.
fn decomposed(letter: Letter, _: &mut Chance) -> String {
    match letter.it {
        'أ' => "ا\u{654}",
        'إ' => "ا\u{655}",
        'آ' => "ا\u{653}",
        'ؤ' => "و\u{654}",
        'ئ' => "ي\u{654}",
        it => return it.to_string(),
    }
    .to_owned()
}

fn final_ya(letter: Letter, chance: &mut Chance) -> String {
    let other = match letter.it {
        'ي' if letter.ends_word() => 'ى',
        'ى' => 'ي',
        it => it,
    };
    if chance.below(100) < OFTEN { other } else { letter.it }.to_string()
}

fn ta_marbuta(letter: Letter, chance: &mut Chance) -> String {
    if letter.it == 'ة' && chance.below(100) < OFTEN { 'ه' } else { letter.it }.to_string()
}

/// The shapes of letters as characters, as text taken out of PDF files and old programs has them.
fn presentation_forms(letter: Letter, _: &mut Chance) -> String {
    /// The isolated shape of each letter from U+0621; the others follow it: final, initial, medial.
    const ISOLATED: [u32; 42] = [
        0xfe80, 0xfe81, 0xfe83, 0xfe85, 0xfe87, 0xfe89, 0xfe8d, 0xfe8f, 0xfe93, 0xfe95, 0xfe99, 0xfe9d, 0xfea1, 0xfea5, 0xfea9, 0xfeab,
        0xfead, 0xfeaf, 0xfeb1, 0xfeb5, 0xfeb9, 0xfebd, 0xfec1, 0xfec5, 0xfec9, 0xfecd, 0, 0, 0, 0, 0, 0, 0xfed1, 0xfed5, 0xfed9, 0xfedd,
        0xfee1, 0xfee5, 0xfee9, 0xfeed, 0xfeef, 0xfef1,
    ];
    const ALEFS: &str = "آأإا";
    let shape = |isolated: u32, shape: u32| char::from_u32(isolated + shape).expect("a presentation form").to_string();
    let joined_before = letter.before.is_some_and(joins_on) && letter.it != 'ء';
    // Where ل may be a preposition the two are left apart: a mark that begins behind it would begin within a character.
    let within_word = |before: Option<char>| before.is_some_and(|c| is_arabic(c) && !"وف".contains(c));
    if letter.it == 'ل'
        && within_word(letter.before)
        && let Some(alef) = letter.after.and_then(|after| ALEFS.chars().position(|alef| alef == after))
    {
        return shape(0xfef5 + 2 * alef as u32, u32::from(joined_before));
    }
    if letter.before == Some('ل') && within_word(letter.earlier) && ALEFS.contains(letter.it) {
        return String::new();
    }
    match (letter.it as u32).checked_sub(0x621).and_then(|at| ISOLATED.get(at as usize)) {
        Some(&isolated) if isolated != 0 => {
            let joins = letter.joins() && letter.after != Some('ء');
            shape(isolated, u32::from(joined_before) + 2 * u32::from(joins))
        }
        _ => letter.it.to_string(),
    }
}

fn persian(letter: Letter, chance: &mut Chance) -> String {
    let others = match letter.it {
        'ي' => "ی",
        'ى' => "یے",
        'ك' => "کڪ",
        'ه' => "ہھە",
        'ة' => "ۃ",
        it => return it.to_string(),
    };
    if chance.below(100) < OFTEN { some(chance, others) } else { letter.it }.to_string()
}

/// Arabic-Indic, Persian, full-width and mathematical digits, mixed even within a number.
fn digits(letter: Letter, chance: &mut Chance) -> String {
    const NOUGHTS: [u32; 7] = [0x30, 0x660, 0x6f0, 0xff10, 0x1d7ce, 0x1d7e2, 0x1d7f6];
    let value = match letter.it {
        '0'..='9' => letter.it as u32 - 0x30,
        '٠'..='٩' => letter.it as u32 - 0x660,
        '۰'..='۹' => letter.it as u32 - 0x6f0,
        it => return it.to_string(),
    };
    char::from_u32(NOUGHTS[chance.below(NOUGHTS.len())] + value).expect("a digit").to_string()
}

/// One or the other for each letter.
fn all_at_once(letter: Letter, chance: &mut Chance) -> String {
    let ways = [diacritics, tatweel, controls, hamza, decomposed, final_ya, ta_marbuta, persian, digits];
    ways[chance.below(ways.len())](letter, chance)
}
