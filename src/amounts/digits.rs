//! What a run of digits means: which separators group and which one is the decimal point.

use super::exact::Exact;
use crate::document::Document;
use crate::text::TokenKind;
use regex_automata::dfa::{Automaton, sparse::DFA};
use regex_automata::{Anchored, Input};
use std::sync::LazyLock;

/// Digits, read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    /// `None` if there are too many digits to be exact.
    pub value: Option<Exact>,
    /// What `1.250` would be if its point were decimal, where it was read as grouping.
    pub if_decimal: Option<Exact>,
}

/// How the document writes its decimals, as far as its unambiguous numbers tell.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Convention {
    /// `2,5` occurs and `2.5` does not.
    decimal_comma: bool,
    /// `500.000` occurs and `2.5` does not.
    grouping_point: bool,
}

/// The patterns of `grouped.rs`, compiled by `build/`: here they are only searched, which takes a twentieth of the code.
static GROUPED: LazyLock<DFA<&'static [u8]>> =
    LazyLock::new(|| DFA::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/grouped.dfa"))).expect("written by the same build").0);

impl Convention {
    /// Counts the numbers whose separator can only be a decimal point: `2,5`, `119,25`, `2.5`.
    pub fn of(document: &Document) -> Convention {
        let (mut commas, mut points, mut groups) = (0, 0, 0);
        for block in &document.blocks {
            for (at, token) in block.tokens().iter().enumerate() {
                if token.kind != TokenKind::Number {
                    continue;
                }
                let number = block.word(at);
                groups += usize::from(number.ends_with(".000"));
                match separated(number) {
                    Some((_, ',' | '،', behind)) if behind.len() <= 2 => commas += 1,
                    Some((_, '.', behind)) if behind.len() <= 2 => points += 1,
                    _ => {}
                }
            }
        }
        Convention { decimal_comma: commas > points, grouping_point: groups > 0 && points == 0 }
    }
}

/// Few write thousands of milliards in digits: a lone point before that scale is decimal even where points group.
pub(super) const MILLIARD: u128 = 1_000_000_000;

impl Convention {
    /// A lone point groups before a scale word of this size.
    pub fn point_groups_before(self, scale: u128) -> bool {
        self.decimal_comma || (self.grouping_point && scale < MILLIARD)
    }
}

/// Reads a number token. `scale`: the size of the scale word (مليون) that follows, which a grouped number seldom takes after a
/// point; 1 without one.
/// `None` for what is no number: dates, versions, lists without spaces.
pub(super) fn read(number: &str, scale: u128, convention: Convention) -> Option<Digits> {
    let plain = |value| Some(Digits { value, if_decimal: None });
    if number.bytes().all(|b| b.is_ascii_digit()) {
        return plain(Exact::decimal(number, ""));
    }
    if let Some((digits, separator, behind)) = separated(number) {
        let decimal = Exact::decimal(digits, behind);
        let may_group = behind.len() == 3 && digits.len() <= 3 && !digits.starts_with('0');
        // No decimal part ends in a nought: «1.200 مليار».
        let is_round = convention.grouping_point && behind.ends_with('0');
        let groups = match separator {
            '٬' | '\'' | '’' => {
                if !may_group {
                    return None;
                }
                true
            }
            '٫' => false,
            '.' => may_group && (scale == 1 || convention.point_groups_before(scale) || is_round),
            _ => may_group && !(scale > 1 && convention.decimal_comma),
        };
        if !groups {
            // Two numbers of four digits are two years, not one decimal.
            let is_pair = digits.len() == 4 && behind.len() == 4 && separator != '٫';
            return if is_pair { None } else { plain(decimal) };
        }
        let thousandths = separator == '.' && digits.len() <= 2 && behind != "000";
        return Some(Digits { value: Exact::decimal(&format!("{digits}{behind}"), ""), if_decimal: decimal.filter(|_| thousandths) });
    }
    let (groups, behind) = grouped(number)?;
    let digits: String = groups.chars().filter(char::is_ascii_digit).collect();
    plain(Exact::decimal(&digits, behind))
}

/// The groups of a number that has several separators, and the decimal part behind the last one if that ends the groups.
fn grouped(number: &str) -> Option<(&str, &str)> {
    let found = GROUPED.try_search_fwd(&Input::new(number).anchored(Anchored::Yes)).ok()??;
    if found.pattern().as_usize() == 0 {
        return Some((number, ""));
    }
    number.rsplit_once(|c: char| !c.is_ascii_digit())
}

/// The digits before and behind the one separator of a number; `None` if it has none or several.
pub(super) fn separated(number: &str) -> Option<(&str, char, &str)> {
    let at = number.find(|c: char| !c.is_ascii_digit())?;
    let separator = number[at..].chars().next()?;
    let behind = &number[at + separator.len_utf8()..];
    behind.bytes().all(|b| b.is_ascii_digit()).then_some((&number[..at], separator, behind))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GULF: Convention = Convention { decimal_comma: false, grouping_point: false };
    const MAGHREB: Convention = Convention { decimal_comma: true, grouping_point: false };

    #[track_caller]
    fn assert_reads(number: &str, scaled: bool, convention: Convention, value: &str) {
        let scale = if scaled { 1_000_000 } else { 1 };
        let (digits, behind) = value.split_once('.').unwrap_or((value, ""));
        let read = read(number, scale, convention).unwrap_or_else(|| panic!("{number} is a number"));
        assert_eq!(read.value, Exact::decimal(digits, behind), "{number}");
    }

    #[test]
    fn one_separator() {
        assert_reads("2.5", true, GULF, "2.5");
        assert_reads("2,5", true, GULF, "2.5");
        assert_reads("119,25", false, GULF, "119.25");
        assert_reads("4,749", true, GULF, "4749");
        assert_reads("4,749", true, MAGHREB, "4.749");
        assert_reads("2,500", false, MAGHREB, "2500");
        assert_reads("1.292", true, GULF, "1.292");
        assert_reads("1.292", true, MAGHREB, "1292");
        assert_reads("91.400", false, GULF, "91400");
        assert_reads("0.305", false, GULF, "0.305");
        assert_reads("1842.2", true, GULF, "1842.2");
        assert_reads("12،5", true, GULF, "12.5");
    }

    #[test]
    fn a_point_groups_by_the_document_but_not_before_milliards() {
        let points = Convention { decimal_comma: false, grouping_point: true };
        assert_eq!(read("3.462", 1_000_000, points).and_then(|d| d.value), Exact::decimal("3462", ""));
        assert_eq!(read("3.462", MILLIARD, points).and_then(|d| d.value), Exact::decimal("3", "462"));
    }

    #[test]
    fn many_separators() {
        assert_reads("2.500.000", false, GULF, "2500000");
        assert_reads("2,500,000.75", false, GULF, "2500000.75");
        assert_reads("2.500.000,75", false, GULF, "2500000.75");
        assert_reads("1٬250٫5", false, GULF, "1250.5");
        assert_reads("1'250'000", false, GULF, "1250000");
        assert_reads("12,34,567", false, GULF, "1234567");
        assert_reads("1,234,56", false, GULF, "1234.56");
        assert_reads("1.250.000.5000", false, GULF, "1250000.5000");
        assert_reads("1,250,000٫25", false, GULF, "1250000.25");
    }

    #[test]
    fn no_number() {
        for shape in ["12.3.2015", "1990,2000", "1.2.3", "192.168.1.1", "2٬50", "1,2,3"] {
            assert_eq!(read(shape, 1_000_000, GULF), None, "{shape}");
        }
    }

    #[test]
    fn digits_without_end_have_no_value() {
        assert_eq!(read(&"7".repeat(5000), 1_000_000, GULF), Some(Digits { value: None, if_decimal: None }));
    }
}
