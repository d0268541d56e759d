//! Digits in groups: of three, of two before the last the Indian way, and all behind the same sort of separator. Shared, as
//! source, by `build/`, which makes an automaton of the patterns, so that the engine carries no compiler of patterns.

/// The number of patterns is the automaton's answer. Digits are folded to ASCII.
macro_rules! groups {
    () => {
        r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?:[,،][0-9]{2,3})*[,،][0-9]{3}|[0-9]{1,3}(?:٬[0-9]{3})+|[0-9]{1,3}(?:['’][0-9]{3})+)"
    };
}

/// Groups to the end, and before all others: the last group is no decimal part. Then groups with a decimal part behind one
/// more separator.
pub const PATTERNS: [&str; 2] = [concat!("^", groups!(), "$"), concat!("^", groups!(), r"[.,،٫][0-9]+$")];
