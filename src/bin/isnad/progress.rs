//! How far the work is, for a person at a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{IsTerminal, stderr, stdout};
use std::path::Path;
use std::time::Duration;

/// A bar on standard error: hidden where nobody sees it, or where our output goes to the same terminal.
///
/// `path` is the input, whose length the bar runs to; of standard input the length is not known.
pub fn over(path: &Path, into_file: bool) -> ProgressBar {
    if !stderr().is_terminal() || (stdout().is_terminal() && !into_file) {
        return ProgressBar::hidden();
    }
    let length = std::fs::metadata(path).ok().filter(|m| m.is_file()).map(|m| m.len());
    let (bar, template) = match length {
        Some(length) => (ProgressBar::new(length), "{bar:32.cyan/dim} {percent:>3}%  {msg}  {bytes_per_sec}  {eta} left"),
        None => (ProgressBar::new_spinner(), "{spinner:.cyan} {msg}  {bytes}  {bytes_per_sec}"),
    };
    bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(8));
    bar.with_style(ProgressStyle::with_template(template).expect("a template of ours is well-formed"))
}

/// A spinner that turns while one long text is read.
pub fn spinner(message: &'static str) -> ProgressBar {
    if !stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let spinner = ProgressBar::new_spinner().with_message(message);
    spinner.enable_steady_tick(Duration::from_millis(120));
    spinner
}
