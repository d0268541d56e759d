//! What the letters of a word show, whatever it means.

use crate::text::Block;

/// Letters. What is longer is no word.
const LONGEST_WORD: usize = 32;

/// Shapes of verbal nouns and plurals that no name has.
pub(in crate::officials) fn looks_common(block: &Block, at: usize) -> bool {
    let word = block.word(at);
    let bare = word.strip_prefix("ال").unwrap_or(word);
    let mut buffer = ['\0'; LONGEST_WORD];
    let mut count = 0;
    for letter in bare.chars() {
        let Some(place) = buffer.get_mut(count) else { return false };
        *place = letter;
        count += 1;
    }
    let letters = &buffer[..count];
    match *letters {
        // استقبال
        ['ا', 'س', 'ت', _, _, ..] => true,
        // تعزيز
        ['ت', _, _, 'ي', last] => last != 'ا' && last != 'ن',
        // إغلاق
        ['ا', _, _, 'ا', _] => block.letters(at).nth(word.chars().count() - letters.len()) == Some('إ'),
        // انتشار، اجتماع
        ['ا', second, 'ت', _, 'ا', _] => second != 'ي',
        // مهدداً, منتقداً, with its tanwin or without. Names from elsewhere in م go on with a vowel.
        ['م', x, y, z, 'ا'] if word.len() == bare.len() => ![x, y, z].iter().any(|c| matches!(c, 'ا' | 'و' | 'ي')),
        ['م', 'ت', _, _, _, .., 'ا'] | ['م', 'س', 'ت', _, _, _, 'ا'] | ['م', 'ن', _, _, _, 'ا'] | ['م', _, 'ت', _, _, 'ا']
            if word.len() == bare.len() =>
        {
            true
        }
        // يسترجع، المستضيف
        ['ي' | 'ت', 'س', 'ت', _, _, ..] => word.len() == bare.len(),
        ['م', 'س', 'ت', _, _, _, ..] => word.len() > bare.len(),
        // لتغدو
        ['ل', 'ت', _, _, ..] if word.len() == bare.len() => true,
        // بتغريم
        ['ب', 'ت', _, _, 'ي', _] => true,
        // الفريحات, العبيدات: clans.
        [first, _, 'ي', _, 'ا', 'ت'] if word.len() > bare.len() => first == 'ت',
        // علاقات
        [.., 'ا', 'ت'] => letters.len() >= if word.len() > bare.len() { 6 } else { 7 },
        // خصوصية
        [.., 'ي', 'ه'] => letters.len() >= if word.len() > bare.len() { 5 } else { 6 } && block.last_letter(at) == Some('ة'),
        // الفائزين
        [first, second, .., 'ي' | 'و', 'ن'] => word.len() > bare.len() && letters.len() >= 6 && (first == 'م' || second == 'ا'),
        // زملاءه
        [_, _, .., 'ا', 'ء', 'ه'] => block.last_letter(at) == Some('ه'),
        // مشروعيتها، شعاراتهم
        [.., 'ه', 'ا' | 'م'] => letters.len() >= 6,
        // باقتراح، لاجتماع
        ['ب' | 'ل' | 'و' | 'ف', 'ا', second, 'ت', _, 'ا', _] if word.len() == bare.len() => second != 'ي',
        _ => word.strip_prefix(['ب', 'ل', 'و', 'ف']).is_some_and(|rest| rest.starts_with("است") && rest.len() > 10),
    }
}

/// A conjunction or preposition is written on to it: «والأدباء», «للمدينة», «ودوق». Names in و go on with a vowel.
pub(in crate::officials) fn joined(block: &Block, at: usize) -> bool {
    let word = block.word(at);
    let second = || block.letters(at).nth(1);
    match word.chars().next() {
        Some('و') => word.starts_with("وال") || word.len() >= 8 && !matches!(second(), Some('ا' | 'ي' | 'و')),
        // «بإرجاع», «لأداء»
        Some('ب') => word.starts_with("بال") || matches!(second(), Some('أ' | 'إ')),
        Some('ل') => word.starts_with("لل") || matches!(second(), Some('أ' | 'إ')),
        Some('ف') => word.starts_with("فال") || matches!(second(), Some('أ' | 'إ')),
        Some('ك') => matches!(second(), Some('أ' | 'إ')),
        _ => false,
    }
}
