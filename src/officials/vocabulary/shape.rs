//! What the letters of a word show, whatever it means.

use crate::lexicon::Spelling;
use crate::text::Shape;
use crate::text::letter::*;

/// Shapes of verbal nouns and plurals that no name has.
pub(in crate::officials) fn looks_common(shape: Shape) -> bool {
    let word = shape.folded;
    let bare = word.strip_prefix("ال").unwrap_or(word);
    let letters = &*Spelling::of(bare);
    match *letters {
        // استقبال
        [ALEF, SIN, TA, _, _, ..] => true,
        // تعزيز
        [TA, _, _, YA, last] => last != ALEF && last != NUN,
        // إغلاق
        [ALEF, _, _, ALEF, _] => shape.letters().nth(word.chars().count() - letters.len()) == Some('إ'),
        // انتشار، اجتماع
        [ALEF, second, TA, _, ALEF, _] => second != YA,
        // مهدداً, منتقداً, with its tanwin or without. Names from elsewhere in م go on with a vowel.
        [MIM, x, y, z, ALEF] if word.len() == bare.len() => ![x, y, z].iter().any(|letter| matches!(*letter, ALEF | WAW | YA)),
        [MIM, TA, _, _, _, .., ALEF] | [MIM, SIN, TA, _, _, _, ALEF] | [MIM, NUN, _, _, _, ALEF] | [MIM, _, TA, _, _, ALEF]
            if word.len() == bare.len() =>
        {
            true
        }
        // يسترجع، المستضيف
        [YA | TA, SIN, TA, _, _, ..] => word.len() == bare.len(),
        [MIM, SIN, TA, _, _, _, ..] => word.len() > bare.len(),
        // لتغدو
        [LAM, TA, _, _, ..] if word.len() == bare.len() => true,
        // بتغريم
        [BA, TA, _, _, YA, _] => true,
        // الفريحات, العبيدات: clans.
        [first, _, YA, _, ALEF, TA] if word.len() > bare.len() => first == TA,
        // علاقات
        [.., ALEF, TA] => letters.len() >= if word.len() > bare.len() { 6 } else { 7 },
        // خصوصية
        [.., YA, HA] => letters.len() >= if word.len() > bare.len() { 5 } else { 6 } && shape.last_letter == Some('ة'),
        // الفائزين
        [first, second, .., YA | WAW, NUN] => word.len() > bare.len() && letters.len() >= 6 && (first == MIM || second == ALEF),
        // زملاءه
        [_, _, .., ALEF, HAMZA, HA] => shape.last_letter == Some('ه'),
        // مشروعيتها، شعاراتهم
        [.., HA, ALEF | MIM] => letters.len() >= 6,
        // باقتراح، لاجتماع
        [BA | LAM | WAW | FA, ALEF, second, TA, _, ALEF, _] if word.len() == bare.len() => second != YA,
        // لاستقبال
        [BA | LAM | WAW | FA, ALEF, SIN, TA, _, _, _, ..] => word.len() == bare.len(),
        _ => false,
    }
}

/// A conjunction or preposition is written on to it: «والأدباء», «للمدينة», «ودوق». Names in و go on with a vowel.
pub(in crate::officials) fn joined(shape: Shape) -> bool {
    let word = shape.folded;
    let second = || shape.letters().nth(1);
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
