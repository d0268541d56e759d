//! Counting what the test runners report.

use std::ops::AddAssign;

/// How many checks and tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Tally {
    /// A single check.
    pub fn one(passed: bool) -> Tally {
        Tally { passed: passed.into(), failed: (!passed).into() }
    }

    /// Of what `cargo test` prints: a line `test result: ok. 3 passed; 0 failed; …` for each test program.
    pub fn of_cargo(output: &str) -> Tally {
        let mut tally = Tally::default();
        for line in output.lines().filter_map(|line| line.trim().strip_prefix("test result: ")) {
            for part in line.split(['.', ';']) {
                let mut words = part.split_whitespace();
                if let (Some(Ok(number)), Some(word)) = (words.next().map(str::parse::<usize>), words.next()) {
                    match word {
                        "passed" => tally.passed += number,
                        "failed" => tally.failed += number,
                        _ => {}
                    }
                }
            }
        }
        tally
    }

    /// Of what `node --test` prints as TAP: last lines `# pass 3`, `# fail 0`, `# cancelled 0`.
    pub fn of_tap(output: &str) -> Tally {
        let count = |name: &str| {
            let line = output.lines().rev().find_map(|line| line.strip_prefix("# ")?.strip_prefix(name)?.strip_prefix(' '));
            line.and_then(|number| number.trim().parse().ok()).unwrap_or(0)
        };
        Tally { passed: count("pass"), failed: count("fail") + count("cancelled") }
    }

    /// Takes the runner's exit status into account: a runner that failed without a failed test (it did not compile, it crashed), or
    /// that ran no test at all, is a failure.
    pub fn with_exit(self, success: bool) -> Tally {
        let silent_failure = self.failed == 0 && (!success || self.passed == 0);
        Tally { failed: self.failed + usize::from(silent_failure), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_all_test_programs_of_cargo() {
        let output = "running 2 tests\ntest result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\n\
                      test result: FAILED. 40 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s\n";
        assert_eq!(Tally::of_cargo(output), Tally { passed: 42, failed: 3 });
    }

    #[test]
    fn reads_the_end_of_tap() {
        let output =
            "TAP version 13\n# pass 99 is what a test printed\nok 1 - a\n1..1\n# tests 9\n# suites 1\n# pass 6\n# fail 2\n# cancelled 1\n";
        assert_eq!(Tally::of_tap(output), Tally { passed: 6, failed: 3 });
    }

    #[test]
    fn a_runner_that_dies_or_finds_nothing_fails() {
        assert_eq!(Tally { passed: 5, failed: 0 }.with_exit(false), Tally { passed: 5, failed: 1 });
        assert_eq!(Tally { passed: 5, failed: 2 }.with_exit(false), Tally { passed: 5, failed: 2 });
        assert_eq!(Tally::default().with_exit(true), Tally { passed: 0, failed: 1 });
        assert_eq!(Tally { passed: 5, failed: 0 }.with_exit(true), Tally { passed: 5, failed: 0 });
    }
}
