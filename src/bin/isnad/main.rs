//! The command line: `isnad analyze`, `report`, `export`, `compare`, `worksheet`.
//!
//! Exit status: 0 done; 1 not done, and one line on standard error says why; 2 the command line was not understood;
//! 3 done but for some bad lines of a stream; 130 stopped by the user.

mod analyze;
mod arguments;
mod compare;
mod export;
mod input;
mod output;
mod progress;
mod report;
mod stream;
mod worksheet;

use arguments::{Arguments, Command};
use clap::Parser;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Analyze(arguments) => analyze::run(&arguments),
        Command::Report(arguments) => report::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::Compare(arguments) => compare::run(&arguments),
        Command::Worksheet(arguments) => worksheet::run(&arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever read our output has read enough (`isnad … | head`).
        Err(Failure::Output(problem)) if problem.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            anstream::eprintln!("isnad: {failure}");
            failure.status()
        }
    }
}

/// Why a command did not do its work: one line for the person who called it.
#[derive(Debug)]
enum Failure {
    Input(input::Problem),
    Output(std::io::Error),
    /// So many lines of a stream were bad; each has been reported.
    BadLines(usize),
    /// The user stopped a stream after so many lines; with a file of output it can be resumed.
    Stopped {
        answered: usize,
        resumable: bool,
    },
    /// A stream's output has answers already.
    WouldOverwrite(PathBuf),
    /// A stream was to be resumed whose first lines are not those that the output answers.
    OtherInput {
        output: PathBuf,
        lines: usize,
    },
}

const BAD_LINES: u8 = 3;
/// What shells report of a program that Ctrl-C ended.
const STOPPED: u8 = 130;

impl Failure {
    fn status(&self) -> ExitCode {
        match self {
            Failure::BadLines(_) => ExitCode::from(BAD_LINES),
            Failure::Stopped { .. } => ExitCode::from(STOPPED),
            _ => ExitCode::FAILURE,
        }
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Failure::Input(problem) => problem.fmt(f),
            Failure::Output(problem) => write!(f, "cannot write: {problem}"),
            Failure::Stopped { answered, resumable: false } => write!(f, "stopped after {answered} articles"),
            Failure::Stopped { answered, resumable: true } => {
                write!(f, "stopped after {answered} articles; `--resume` goes on from there")
            }
            Failure::WouldOverwrite(path) => {
                write!(f, "{}: has answers already; `--resume` goes on behind them", path.display())
            }
            Failure::OtherInput { output, lines } => {
                write!(f, "{}: cannot resume: its {lines} lines are not the answers to the first lines of this input", output.display())
            }
            Failure::BadLines(1) => write!(f, "1 line could not be analysed"),
            Failure::BadLines(count) => write!(f, "{count} lines could not be analysed"),
        }
    }
}

impl From<input::Problem> for Failure {
    fn from(problem: input::Problem) -> Failure {
        Failure::Input(problem)
    }
}

impl From<std::io::Error> for Failure {
    fn from(problem: std::io::Error) -> Failure {
        Failure::Output(problem)
    }
}
