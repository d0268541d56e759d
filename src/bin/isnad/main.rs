//! The command line: `isnad analyze`, `report`, `export`, `compare`, `worksheet`.

mod analyze;
mod arguments;
mod compare;
mod export;
mod input;
mod output;
mod progress;
mod report;
mod worksheet;

use arguments::{Arguments, Command};
use clap::Parser;
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
            ExitCode::FAILURE
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
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Failure::Input(problem) => problem.fmt(f),
            Failure::Output(problem) => write!(f, "cannot write: {problem}"),
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
