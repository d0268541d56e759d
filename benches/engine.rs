//! Speed, growth and memory of the engine without a browser, as tables of Markdown: `cargo bench --bench engine`.
//! Kilobytes are a thousand bytes of UTF-8; times are CPU times.

use isnad::{Analysis, Engine, OffsetUnit, analyze};
use serde::Deserialize;
use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::Duration;

const SIZES: [usize; 5] = [1, 10, 100, 1000, 10_000];

fn main() {
    let before = in_use();
    let started = worked();
    // The lexicon is loaded once, so this comes first.
    analyze("قالت الوزارة إن العمل مستمر.", OffsetUnit::Utf16);
    println!(
        "First analysis, with the lexicon to load: {:.1} ms. Memory at rest: {:.1} MB.\n",
        ms(worked() - started),
        mb(in_use() - before)
    );
    print_stages();
    print_growth();
}

/// What was measured on one length of text.
struct Column {
    /// Nanoseconds per byte of text, by stage.
    per_byte: Vec<f64>,
    whole: f64,
    /// Peak memory, in bytes per byte of text.
    peak: f64,
}

/// The cost of every stage, by the length of the text.
fn print_stages() {
    let names: Vec<&str> = stages(&news(1)).into_iter().map(|(name, _)| name).collect();
    let columns: Vec<Column> = SIZES
        .iter()
        .map(|&kilobytes| {
            let text = news(kilobytes);
            let runs = (20_000 / kilobytes).clamp(2, 300);
            let mut least = vec![Duration::MAX; names.len()];
            for _ in 0..runs {
                for (best, (_, took)) in least.iter_mut().zip(stages(&text)) {
                    *best = took.min(*best);
                }
            }
            let per_byte: Vec<f64> = least.iter().map(|took| took.as_nanos() as f64 / text.len() as f64).collect();
            Column { whole: per_byte.iter().sum(), per_byte, peak: peak(|| analyze(&text, OffsetUnit::Utf16)) as f64 / text.len() as f64 }
        })
        .collect();
    println!("| stage, ns per byte | {} |", SIZES.map(sized).join(" | "));
    println!("|---|{}", "--:|".repeat(SIZES.len()));
    let row = |name: &str, cell: &dyn Fn(&Column) -> String| {
        println!("| {name} | {} |", columns.iter().map(cell).collect::<Vec<_>>().join(" | "));
    };
    for (i, name) in names.iter().enumerate() {
        row(name, &|column| format!("{:.1}", column.per_byte[i]));
    }
    row("whole", &|column| format!("{:.1}", column.whole));
    row("whole, MB/s", &|column| format!("{:.1}", 1000.0 / column.whole));
    row("peak memory, bytes per byte of text", &|column| format!("{:.1}", column.peak));
    println!();
}

/// The least time each stage took.
fn stages(text: &str) -> Vec<(&'static str, Duration)> {
    let mut taken = Vec::new();
    let mut started = worked();
    black_box(Engine::default().analyze_observed(black_box(text), OffsetUnit::Utf16, &mut |stage| {
        let now = worked();
        taken.push((stage, now - started));
        started = now;
    }));
    taken
}

/// How the cost of the worst inputs grows: a slope of 1 is linear.
fn print_growth() {
    const KILOBYTES: [usize; 3] = [250, 1000, 4000];
    println!("| worst input | {} | slope | peak memory |", KILOBYTES.map(sized).join(" | "));
    println!("|---|{}", "--:|".repeat(KILOBYTES.len() + 2));
    for (name, make) in WORST {
        let mut memory = 0.0;
        let times = KILOBYTES.map(|kilobytes| {
            let text = repeated(make, kilobytes);
            let analysis = || analyze(black_box(&text), OffsetUnit::Utf16);
            memory = peak(analysis) as f64 / text.len() as f64;
            let run = || {
                let started = worked();
                black_box(analysis());
                worked() - started
            };
            ms((0..2).map(|_| run()).min().expect("two runs"))
        });
        // The smallest text is too short to tell much; the last step counts.
        let slope = (times[2] / times[1]).log(KILOBYTES[2] as f64 / KILOBYTES[1] as f64);
        println!("| {name} | {} | {slope:.2} | {memory:.1} × |", times.map(|time| format!("{time:.0} ms")).join(" | "));
    }
}

/// Part number `i` of an input.
type Part = fn(usize) -> String;

const WORST: [(&str, Part); 17] = [
    ("one sentence", |_| news(20).replace(['.', '؟', '!', '…', '\n'], " ")),
    ("one paragraph", |_| news(20).replace('\n', " ")),
    ("names", |i| format!("محمد {} و{} {}، ", unlike(i), unlike(i / 7), unlike(i * 3))),
    ("names, a line each", |i| format!("قال السيد سامر {} إن العمل مستمر.\n", unlike(i))),
    ("officials' titles", |i| format!("وزير المالية سامر {} ورئيس هيئة {} ", unlike(i), unlike(i * 5))),
    ("rivals", |i| format!("هزم منافسه الرئيس السابق سامر {} و", unlike(i))),
    ("amounts", |i| format!("ومنحت الوزارة {} مليون دولار للمؤسسة في عام 2020، ", i % 997)),
    ("allocations", |_| "خصصت ما يقارب 5 ملايين دولار ".to_owned()),
    ("amounts, a sentence each", |i| format!("منح صندوق {} {} ألف يورو للمشروع. ", unlike(i), i % 997)),
    ("nested quotations", |_| "قال «إنه قال \"نعم ".to_owned()),
    ("brackets", |_| "(((".to_owned()),
    ("numbers", |i| format!("{}، ", 1000 + i)),
    ("digits", |_| "9".repeat(50)),
    ("commas", |_| "،".to_owned()),
    ("diacritics", |_| "\u{64e}\u{651}".to_owned()),
    ("without spaces", |_| "والمستشفيات".to_owned()),
    ("conjunctions", |_| "و ".to_owned()),
];

fn repeated(part: Part, kilobytes: usize) -> String {
    let mut text = String::new();
    let mut parts = 0..;
    while text.len() < kilobytes * 1000 {
        text.push_str(&part(parts.next().expect("no end")));
    }
    text
}

/// A word that no list knows, another one for every number.
fn unlike(number: usize) -> String {
    const CONSONANTS: [char; 16] = ['ب', 'ت', 'ج', 'ح', 'خ', 'د', 'ر', 'س', 'ش', 'ص', 'ط', 'ف', 'ق', 'ك', 'ل', 'ن'];
    (0..4).flat_map(|digit| [CONSONANTS[number >> (4 * digit) & 15], ['و', 'ي', 'ا', 'و'][digit]]).collect()
}

/// Our own articles, beyond their length over and over, up to about `kilobytes`.
fn news(kilobytes: usize) -> String {
    let mut text = ARTICLES.repeat(kilobytes * 1000 / ARTICLES.len() + 1);
    text.truncate(text.floor_char_boundary(kilobytes * 1000));
    text
}

static ARTICLES: LazyLock<String> = LazyLock::new(|| {
    const ANNOTATED: &str = concat!(
        include_str!("../tests/gold/countries.jsonl"),
        include_str!("../tests/gold/money.jsonl"),
        include_str!("../tests/gold/panarab.jsonl"),
    );
    let text = |line: &str| serde_json::from_str::<Article>(line).expect("an annotated article").text + "\n";
    ANNOTATED.lines().map(text).collect()
});

#[derive(Deserialize)]
struct Article {
    text: String,
}

fn sized(kilobytes: usize) -> String {
    if kilobytes < 1000 { format!("{kilobytes} KB") } else { format!("{} MB", kilobytes / 1000) }
}

/// The CPU time of this thread: other load on the machine disturbs it less than the wall clock.
#[cfg(unix)]
fn worked() -> Duration {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the call writes to `time` and to nothing else.
    unsafe { libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &mut time) };
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

#[cfg(not(unix))]
fn worked() -> Duration {
    static STARTED: std::sync::LazyLock<std::time::Instant> = std::sync::LazyLock::new(std::time::Instant::now);
    STARTED.elapsed()
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn mb(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

/// The most bytes that `run` has in use at a time.
fn peak(run: impl FnOnce() -> Analysis) -> usize {
    let before = in_use();
    PEAK.store(before, Relaxed);
    black_box(run());
    PEAK.load(Relaxed) - before
}

fn in_use() -> usize {
    IN_USE.load(Relaxed)
}

static IN_USE: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

/// The system's allocator, counting the bytes in use.
struct Counting;

// SAFETY: every call is passed on as it is.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        PEAK.fetch_max(IN_USE.fetch_add(layout.size(), Relaxed) + layout.size(), Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        IN_USE.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;
