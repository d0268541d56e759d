//! `isnad analyze --jsonl`: a stream of texts on all cores, answered in its order, in bounded memory.
//!
//! One thread reads lines, some analyse them, the main thread writes. Each line that is read gets a channel for its
//! answer, and these channels stand in a queue in the order of the lines: the writer waits at the first of them.

mod budget;
mod line;
mod resume;

use crate::arguments::{Analyze, Format};
use crate::{Failure, input, output, progress};
use budget::Budget;
use crossbeam_channel::{Receiver, Sender, bounded, never, select};
use isnad::{Engine, Locale, OffsetUnit};
use line::{Answer, Line, Lines};
use resume::Done;
use std::io::{BufRead, Write};
use std::path::Path;
use std::sync::Arc;
use std::thread;

/// How many lines for each core are read ahead of the writer: one that takes long keeps the others from working only
/// when so many wait behind it.
const AHEAD: usize = 16;

/// How many bytes of lines may be under way.
const UNDER_WAY: usize = line::LONGEST;

/// How a line is to be answered.
#[derive(Clone, Copy)]
struct Manner {
    format: Format,
    unit: OffsetUnit,
    locale: Locale,
}

/// A line under way, and where its answer will come from.
struct Pending {
    number: usize,
    /// Bytes of the input up to the end of this line.
    end: u64,
    length: usize,
    answer: Receiver<Answer>,
}

/// Answers a stream of lines.
pub fn run(input: &Path, arguments: &Analyze) -> Result<(), Failure> {
    let reader = input::open(input)?;
    let (mut out, done) = match &arguments.output {
        Some(path) => {
            let (file, done) = resume::open(path, arguments.resume)?;
            (output::into_file(file, arguments.format), done)
        }
        None => (output::open(None, arguments.format)?, Done::default()),
    };
    let stop = watch_for_stop();
    let manner = Manner { format: arguments.format, unit: arguments.offsets.into(), locale: arguments.speech.locale() };
    let jobs = arguments.jobs.map_or_else(|| thread::available_parallelism().map_or(1, usize::from), usize::from);
    let budget = Arc::new(Budget::new(UNDER_WAY));
    let resumed = done.lines;
    let pending = start(reader, done, manner, jobs, budget.clone());

    let bar = progress::over(input, arguments.output.is_some());
    let (mut answered, mut bad) = (0usize, 0usize);
    let stopped = loop {
        let Some(next) = wait(&pending, &stop, &mut out)? else { break true };
        let Some(pending) = next else { break false };
        let pending = pending.map_err(|problem| problem.failure(input, arguments.output.as_deref()))?;
        let Some(answer) = wait(&pending.answer, &stop, &mut out)? else { break true };
        let answer = answer.expect("a line that is under way is answered");
        out.write_all(&answer.text)?;
        budget.give_back(pending.length);
        if let Some(problem) = answer.problem {
            bad += 1;
            bar.suspend(|| anstream::eprintln!("isnad: line {}: {problem}", pending.number));
        }
        if answered == 0 && resumed > 0 {
            bar.set_position(pending.end);
            bar.reset_eta();
        }
        answered += 1;
        bar.set_position(pending.end);
        bar.set_message(format!("{} articles", resumed + answered));
    };
    out.flush()?;
    bar.finish_and_clear();
    match (stopped, answered + resumed, bad) {
        (true, ..) => Err(Failure::Stopped { answered: resumed + answered, resumable: arguments.output.is_some() }),
        (false, 0, _) => {
            anstream::eprintln!("isnad: {}", input::Problem::Empty(input.to_owned()));
            Ok(())
        }
        (false, _, 0) => Ok(()),
        (false, _, bad) => Err(Failure::BadLines(bad)),
    }
}

/// Starts reading and analysing. The threads end when the input does or nobody waits for answers any more; one that
/// waits for input ends with the program.
fn start(
    reader: Box<dyn BufRead + Send>,
    done: Done,
    manner: Manner,
    jobs: usize,
    budget: Arc<Budget>,
) -> Receiver<Result<Pending, resume::Problem>> {
    let (queue, pending) = bounded(jobs * AHEAD);
    let (work, lines) = bounded::<(Line, Sender<Answer>)>(jobs);
    for _ in 0..jobs {
        let lines = lines.clone();
        thread::spawn(move || {
            let mut engine = Engine::default();
            for (line, tell) in lines {
                // Nobody listens once the writer has stopped.
                let _ = tell.send(line.answer(&mut engine, manner));
            }
        });
    }
    thread::spawn(move || {
        let mut input = Lines::of(reader);
        let resumed = done.skip_in(&mut input);
        let lines = resumed.err().map(Err).into_iter().chain(std::iter::from_fn(|| input.next().map_err(Into::into).transpose()));
        for line in lines {
            let failed = line.is_err();
            let (tell, answer) = bounded(1);
            let place = line.map(|line| {
                budget.take(line.length);
                (Pending { number: line.number, end: line.end, length: line.length, answer }, line)
            });
            let told = match place {
                Ok((place, line)) => queue.send(Ok(place)).is_ok() && work.send((line, tell)).is_ok(),
                Err(problem) => queue.send(Err(problem)).is_ok(),
            };
            if failed || !told {
                break;
            }
        }
    });
    pending
}

/// The next thing from a channel: `None` if the user stopped the program, `Some(None)` if nothing more comes.
///
/// What was written goes out before a wait: a reader at the other end of a pipe may want this answer before it sends the
/// next text.
fn wait<T>(from: &Receiver<T>, stop: &Receiver<()>, out: &mut impl Write) -> std::io::Result<Option<Option<T>>> {
    if stop.try_recv().is_ok() {
        return Ok(None);
    }
    if from.is_empty() {
        out.flush()?;
    }
    Ok(select! {
        recv(from) -> next => Some(next.ok()),
        recv(stop) -> _ => None,
    })
}

/// A channel that tells of Ctrl-C (and, from a task manager, termination). Asked a second time, the program ends at once.
fn watch_for_stop() -> Receiver<()> {
    let (tell, stop) = bounded(1);
    let watched = ctrlc::set_handler(move || {
        if tell.try_send(()).is_err() {
            std::process::exit(crate::STOPPED.into());
        }
    });
    // Where signals cannot be had, the system ends the program: `--resume` copes with that too.
    if watched.is_ok() { stop } else { never() }
}
