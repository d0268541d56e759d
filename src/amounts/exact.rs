//! Exact arithmetic for values: what an article writes is read digit by digit or not at all, never rounded on the way.

/// A non-negative fraction in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Exact {
    numerator: u128,
    denominator: u128,
}

/// Integers up to here are exact as `f64`.
const EXACT_F64: u128 = 1 << 53;

impl Exact {
    pub const ZERO: Exact = Exact { numerator: 0, denominator: 1 };

    pub const fn whole(value: u128) -> Exact {
        Exact { numerator: value, denominator: 1 }
    }

    /// `None` for a division by zero.
    pub fn fraction(numerator: u128, denominator: u128) -> Option<Exact> {
        let divisor = greatest_common_divisor(numerator, denominator);
        (denominator != 0).then(|| Exact { numerator: numerator / divisor, denominator: denominator / divisor })
    }

    /// Reads digits and the digits behind the decimal point. `None` if either is too long to be exact.
    pub fn decimal(digits: &str, behind: &str) -> Option<Exact> {
        let behind = behind.trim_end_matches('0');
        let power = 10u128.checked_pow(behind.len() as u32)?;
        let whole = if digits.is_empty() { 0 } else { digits.parse::<u128>().ok()? };
        let part = if behind.is_empty() { 0 } else { behind.parse::<u128>().ok()? };
        Exact::fraction(whole.checked_mul(power)?.checked_add(part)?, power)
    }

    /// `None` beyond what can be held exactly; so with the other operations.
    pub fn add(self, other: Exact) -> Option<Exact> {
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Exact::fraction(left.checked_add(right)?, self.denominator.checked_mul(other.denominator)?)
    }

    pub fn subtract(self, other: Exact) -> Option<Exact> {
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Exact::fraction(left.checked_sub(right)?, self.denominator.checked_mul(other.denominator)?)
    }

    pub fn multiply(self, other: Exact) -> Option<Exact> {
        let left = Exact::fraction(self.numerator, other.denominator)?;
        let right = Exact::fraction(other.numerator, self.denominator)?;
        Exact::fraction(left.numerator.checked_mul(right.numerator)?, left.denominator.checked_mul(right.denominator)?)
    }

    pub fn divide(self, other: Exact) -> Option<Exact> {
        let inverse = Exact::fraction(other.denominator, other.numerator)?;
        self.multiply(inverse)
    }

    pub fn is_less(self, other: Exact) -> bool {
        match (self.numerator.checked_mul(other.denominator), other.numerator.checked_mul(self.denominator)) {
            (Some(left), Some(right)) => left < right,
            _ => false,
        }
    }

    /// The nearest `f64`, whose shortest decimal form is what the text says: integers up to 2⁵³ and those of at most 15
    /// digits before their zeros; fractions by one division of two exact numbers, which rounds correctly and the same on
    /// every platform. `None` beyond.
    pub fn to_f64(self) -> Option<f64> {
        if self.denominator != 1 {
            return (self.numerator <= EXACT_F64 && self.denominator <= EXACT_F64).then(|| self.numerator as f64 / self.denominator as f64);
        }
        let mut significant = self.numerator;
        while significant >= SURE_DIGITS && significant.is_multiple_of(10) {
            significant /= 10;
        }
        (self.numerator <= EXACT_F64 || significant < SURE_DIGITS).then_some(self.numerator as f64)
    }
}

/// Decimal numbers of fewer digits than this has survive the way through `f64`.
const SURE_DIGITS: u128 = 1_000_000_000_000_000;

fn greatest_common_divisor(mut a: u128, mut b: u128) -> u128 {
    while b > u64::MAX.into() {
        (a, b) = (b, a % b);
    }
    if b == 0 {
        return a.max(1);
    }
    // Soon both fit into 64 bits, which are divided by one instruction.
    let (mut a, mut b) = (b as u64, (a % b) as u64);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.into()
}

#[cfg(test)]
mod tests {
    use super::Exact;

    fn of(digits: &str, behind: &str) -> Exact {
        Exact::decimal(digits, behind).expect("short enough")
    }

    #[test]
    fn decimals_are_exact() {
        assert_eq!(of("0", "10").add(of("0", "2")), Some(of("0", "3")));
        assert_eq!(of("2", "5").multiply(Exact::whole(1_000_000)), Some(Exact::whole(2_500_000)));
        assert_eq!(of("1842", "2").multiply(Exact::whole(1_000_000)).and_then(Exact::to_f64), Some(1_842_200_000.0));
        assert_eq!(Exact::whole(1).divide(Exact::whole(3)).and_then(|third| third.multiply(Exact::whole(3))), Some(Exact::whole(1)));
        assert_eq!(Exact::whole(1).subtract(Exact::whole(2)), None);
    }

    #[test]
    fn what_is_not_exact_has_no_value() {
        assert_eq!(Exact::whole((1 << 53) + 1).to_f64(), None);
        assert_eq!(Exact::whole(u128::MAX).to_f64(), None);
        assert_eq!(Exact::whole(1 << 60).to_f64(), None, "held exactly, but printed with other digits");
        assert_eq!(Exact::whole(2_000_000_000_000_000_000).to_f64(), Some(2e18));
        assert_eq!(Exact::decimal(&"9".repeat(60), ""), None);
        assert_eq!(Exact::decimal("1", &"3".repeat(60)), None);
        assert_eq!(Exact::whole(u128::MAX).add(Exact::whole(1)), None);
        assert_eq!(Exact::fraction(1, 0), None);
    }
}
