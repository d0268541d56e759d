//! Speed of the engine against the length of the text: `cargo bench`. Throughput is in bytes of UTF-8.

use divan::{Bencher, black_box, counter::BytesCount};
use isnad::text::{fold, tokenize};
use isnad::{OffsetUnit, analyze, lexicon::lexicon};

fn main() {
    // The lexicon is loaded once, before anything is measured.
    analyze("تحميل", OffsetUnit::Byte);
    divan::main();
}

const KILOBYTES: [usize; 4] = [1, 10, 100, 1000];

/// Our own articles over and over, up to about `kilobytes`.
fn news(kilobytes: usize) -> String {
    let articles = concat!(
        include_str!("../tests/articles/agency.txt"),
        include_str!("../tests/articles/aid.txt"),
        include_str!("../tests/articles/economy.txt"),
        include_str!("../tests/articles/maghreb.txt"),
        include_str!("../tests/articles/opinion.txt"),
        include_str!("../tests/articles/regional.txt"),
        include_str!("../tests/articles/science.txt"),
    );
    let mut text = String::with_capacity(kilobytes * 1000 + articles.len());
    while text.len() < kilobytes * 1000 {
        text.push_str(articles);
    }
    text.truncate(text.floor_char_boundary(kilobytes * 1000));
    text
}

#[divan::bench(args = KILOBYTES)]
fn whole_analysis(bencher: Bencher, kilobytes: usize) {
    let text = news(kilobytes);
    bencher.counter(BytesCount::of_str(&text)).bench(|| analyze(black_box(&text), OffsetUnit::Utf16));
}

#[divan::bench(args = KILOBYTES)]
fn folding(bencher: Bencher, kilobytes: usize) {
    let text = news(kilobytes);
    bencher.counter(BytesCount::of_str(&text)).bench(|| fold(black_box(&text)));
}

#[divan::bench(args = KILOBYTES)]
fn tokens_and_readings(bencher: Bencher, kilobytes: usize) {
    let folded = fold(&news(kilobytes));
    bencher.counter(BytesCount::of_str(&folded.shadow)).bench(|| tokenize(black_box(&folded.shadow), lexicon()));
}
