//! What one character becomes when text is folded for matching. The lexicon is folded by the same table as the text that is
//! matched against it.

/// The image of one character of the original.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Image {
    /// The character matches as this one.
    One(char),
    /// A ligature: it matches as these letters.
    Many(&'static str),
    /// A mark written on the letter before it (diacritic, tatweel): it leaves no trace and belongs to that letter.
    Mark,
    /// An invisible control (bidi, zero width, soft hyphen): it leaves no trace and belongs to no letter.
    Control,
}

/// Folds one character: no diacritics, tatweel, bidi or zero-width controls; one alef, one ya (ي), ta marbuta as ه,
/// hamza on waw or ya as ء; Persian kaf and ya as the Arabic ones; presentation forms as letters; Latin digits;
/// every space as U+0020.
///
/// Follows the normalisation common in Arabic retrieval (Larkey, Ballesteros and Connell 2002), without stemming.
#[inline]
pub fn fold_letter(c: char) -> Image {
    match c {
        ' '..='\u{7e}' => Image::One(c),
        // By far the most frequent in what is read.
        '\u{600}'..='\u{6ff}' => IN_ARABIC_BLOCK[c as usize - 0x600],
        _ => fold_seldom(c),
    }
}

/// [`fold_letter`] of the letters of Unicode's block Arabic, looked up rather than found out.
static IN_ARABIC_BLOCK: [Image; 0x100] = {
    let mut letters = [Image::Mark; 0x100];
    let mut at = 0;
    while at < letters.len() {
        letters[at] = fold_arabic(char::from_u32(0x600 + at as u32).expect("no surrogate"));
        at += 1;
    }
    letters
};

/// How many bytes `text` (of UTF-8) begins with that fold to themselves: those of the most frequent letters, spaces and marks, up to
/// the first that is none of these.
pub fn unchanged(text: &[u8]) -> usize {
    let mut at = 0;
    loop {
        at += STAYS.run(&text[at..]);
        match text.get(at) {
            Some(b' '..=b'~') => at += 1,
            _ => return at,
        }
    }
}

/// Characters of Unicode's block Arabic, which take two bytes each: by the first, 0xd8 to 0xdb, a set of the second.
pub struct ArabicSet([u64; 4]);

impl ArabicSet {
    /// Those for which it is so, by their place in the block.
    pub const fn of(members: [bool; 0x100]) -> ArabicSet {
        let mut set = [0; 4];
        let mut at = 0;
        while at < members.len() {
            set[at >> 6] |= (members[at] as u64) << (at & 0x3f);
            at += 1;
        }
        ArabicSet(set)
    }

    /// How many bytes `text` (of UTF-8) begins with that are characters of the set.
    pub fn run(&self, text: &[u8]) -> usize {
        let is_member = |&&[lead, trail]: &&[u8; 2]| {
            let of_lead = self.0.get(usize::from(lead.wrapping_sub(0xd8)));
            of_lead.is_some_and(|seconds| seconds >> (trail & 0x3f) & 1 != 0)
        };
        2 * text.as_chunks().0.iter().take_while(is_member).count()
    }
}

/// The place in Unicode's block Arabic of a character of two bytes, 0xd8 to 0xdb and another.
pub fn in_arabic_block(lead: u8, trail: u8) -> usize {
    usize::from(lead & 3) << 6 | usize::from(trail & 0x3f)
}

/// The characters of the block that fold to themselves.
static STAYS: ArabicSet = {
    let mut stays = [false; 0x100];
    let mut at = 0;
    while at < stays.len() {
        stays[at] = matches!(IN_ARABIC_BLOCK[at], Image::One(image) if image as usize == 0x600 + at);
        at += 1;
    }
    ArabicSet::of(stays)
};

const fn fold_arabic(c: char) -> Image {
    use Image::*;
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' | 'ٲ' | 'ٳ' => One('ا'),
        'ى' | 'ی' | 'ې' | 'ے' | 'ۍ' => One('ي'),
        'ة' | 'ۀ' | 'ہ' | 'ھ' | 'ە' | 'ۂ' | 'ۃ' => One('ه'),
        'ؤ' | 'ئ' | 'ٴ' => One('ء'),
        'ک' | 'ڪ' => One('ك'),
        'گ' | 'ڭ' => One('غ'),
        'پ' => One('ب'),
        'چ' => One('ج'),
        'ڤ' => One('ف'),
        'ژ' => One('ز'),
        '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{6d6}'..='\u{6dc}'
        | '\u{6df}'..='\u{6e8}'
        | '\u{6ea}'..='\u{6ed}'
        | 'ـ' => Mark,
        '\u{61c}' => Control,
        '\u{660}'..='\u{669}' => One((b'0' + (c as u32 - 0x660) as u8) as char),
        '\u{6f0}'..='\u{6f9}' => One((b'0' + (c as u32 - 0x6f0) as u8) as char),
        _ => One(c),
    }
}

fn fold_seldom(c: char) -> Image {
    use Image::*;
    match c {
        '\u{8d3}'..='\u{8ff}' | '\u{300}'..='\u{36f}' => Mark,
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}' => Control,
        '\u{1d7ce}'..='\u{1d7ff}' => One((b'0' + ((c as u32 - 0x1d7ce) % 10) as u8) as char),
        '\u{ff10}'..='\u{ff19}' => One((b'0' + (c as u32 - 0xff10) as u8) as char),
        '\t'
        | '\r'
        | '\u{b}'
        | '\u{c}'
        | '\u{85}'
        | '\u{a0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200a}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202f}'
        | '\u{205f}'
        | '\u{3000}' => One(' '),
        '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => match presentation_form(c) {
            One(letter) if letter != c => fold_letter(letter),
            form => form,
        },
        _ => One(c),
    }
}

/// A mark that makes a letter with hamza or madda of the letter it is written on: أ may be one character or two.
pub fn carried_hamza(letter: char, mark: char) -> Option<char> {
    match (letter, mark) {
        ('ا', '\u{653}') => Some('آ'),
        ('ا', '\u{654}') => Some('أ'),
        ('ا', '\u{655}') => Some('إ'),
        ('و', '\u{654}') => Some('ؤ'),
        ('ي' | 'ى', '\u{654}') => Some('ئ'),
        _ => None,
    }
}

/// The letters that a character draws before folding makes one of many: with their hamza, ة and ى as such. Nothing for marks and
/// controls. `behind` is the text behind the character.
pub fn drawn_letters(c: char, behind: &str) -> [Option<char>; 2] {
    match c {
        'ا' | 'و' | 'ي' | 'ى' => {
            let marks = behind.chars().take_while(|&mark| fold_letter(mark) == Image::Mark);
            [marks.filter_map(|mark| carried_hamza(c, mark)).next().or(Some(c)), None]
        }
        'ۃ' => [Some('ة'), None],
        // The Persian ya has dots only where a letter is written on to it.
        'ی' | 'ے' => [Some(if behind.starts_with(|c| matches!(fold_letter(c), Image::One(_))) { 'ي' } else { 'ى' }), None],
        '\u{fef5}' | '\u{fef6}' => [Some('ل'), Some('آ')],
        '\u{fef7}' | '\u{fef8}' => [Some('ل'), Some('أ')],
        '\u{fef9}' | '\u{fefa}' => [Some('ل'), Some('إ')],
        '\u{fefb}' | '\u{fefc}' => [Some('ل'), Some('ا')],
        '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fef4}' => match presentation_form(c) {
            Image::One(letter) => [Some(letter), None],
            Image::Many(_) => [Some(c), None],
            Image::Mark | Image::Control => [None; 2],
        },
        _ => match fold_letter(c) {
            Image::Mark | Image::Control => [None; 2],
            Image::One(_) | Image::Many(_) => [Some(c), None],
        },
    }
}

/// Presentation forms A and B: the letters they draw (Unicode's compatibility decomposition), not folded yet.
fn presentation_form(c: char) -> Image {
    use Image::*;
    match c {
        'ﷲ' => Many("الله"),
        'ﷺ' => Many("صلي الله عليه وسلم"),
        '﷼' => One(c),
        '\u{fe70}'..='\u{fe7f}' => Mark,
        '\u{fef5}'..='\u{fefc}' => Many("لا"),
        '\u{fe80}'..='\u{fef4}' => {
            let at = FORMS_B.partition_point(|&(first, _)| first <= c as u32);
            One(FORMS_B[at - 1].1)
        }
        'ﭐ' | 'ﭑ' => One('ا'),
        'ﭖ'..='ﭙ' => One('ب'),
        'ﭪ'..='ﭭ' => One('ف'),
        'ﭺ'..='ﭽ' => One('ج'),
        'ﮊ' | 'ﮋ' => One('ز'),
        'ﮎ'..='ﮑ' => One('ك'),
        'ﮒ'..='ﮕ' => One('غ'),
        'ﮤ'..='ﮭ' => One('ه'),
        'ﮮ'..='ﮱ' | 'ﯼ'..='ﯿ' => One('ي'),
        _ => One(c),
    }
}

/// Forms B run letter by letter, each with its two or four shapes: the first of them.
const FORMS_B: [(u32, char); 38] = [
    (0xfe80, 'ء'),
    (0xfe81, 'آ'),
    (0xfe83, 'أ'),
    (0xfe85, 'ؤ'),
    (0xfe87, 'إ'),
    (0xfe89, 'ئ'),
    (0xfe8d, 'ا'),
    (0xfe8f, 'ب'),
    (0xfe93, 'ة'),
    (0xfe95, 'ت'),
    (0xfe99, 'ث'),
    (0xfe9d, 'ج'),
    (0xfea1, 'ح'),
    (0xfea5, 'خ'),
    (0xfea9, 'د'),
    (0xfeab, 'ذ'),
    (0xfead, 'ر'),
    (0xfeaf, 'ز'),
    (0xfeb1, 'س'),
    (0xfeb5, 'ش'),
    (0xfeb9, 'ص'),
    (0xfebd, 'ض'),
    (0xfec1, 'ط'),
    (0xfec5, 'ظ'),
    (0xfec9, 'ع'),
    (0xfecd, 'غ'),
    (0xfed1, 'ف'),
    (0xfed5, 'ق'),
    (0xfed9, 'ك'),
    (0xfedd, 'ل'),
    (0xfee1, 'م'),
    (0xfee5, 'ن'),
    (0xfee9, 'ه'),
    (0xfeed, 'و'),
    (0xfeef, 'ى'),
    (0xfef1, 'ي'),
    (0xfef5, 'ل'),
    (0xfefd, 'ل'),
];
