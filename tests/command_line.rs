//! The command line as a person or a program uses it.

use serde_json::Value;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const ARTICLE: &str = "tests/articles/aid.txt";

fn isnad(arguments: &[&str], input: &[u8]) -> Output {
    let mut isnad = Command::new(env!("CARGO_BIN_EXE_isnad"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command line starts");
    // A command that does not read its input closes it: that is no fault.
    let _ = isnad.stdin.take().expect("stdin is piped").write_all(input);
    isnad.wait_with_output().expect("the command line ends")
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8")
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("UTF-8")
}

#[track_caller]
fn assert_refused(output: &Output, because: &str) {
    assert!(!output.status.success());
    assert_eq!(stdout(output), "");
    let message = stderr(output);
    assert_eq!(message.lines().count(), 1, "one clear line, not: {message}");
    assert!(message.contains(because), "{message}");
}

/// The words at an analysis's range, counted in the unit of `--offsets`.
fn words(text: &str, range: &Value, unit: &str) -> String {
    let at = |key: &str| range[key].as_u64().expect("an offset") as usize;
    let (start, end) = (at("start"), at("end"));
    match unit {
        "byte" => text[start..end].to_owned(),
        "char" => text.chars().skip(start).take(end - start).collect(),
        _ => String::from_utf16(&text.encode_utf16().collect::<Vec<_>>()[start..end]).expect("no cut surrogates"),
    }
}

#[test]
fn a_text_comes_from_a_file_or_from_standard_input() {
    let text = std::fs::read(ARTICLE).expect("the article is readable");
    let from_file = isnad(&["analyze", ARTICLE], b"");
    let from_input = isnad(&["analyze"], &text);
    assert!(from_file.status.success());
    assert_eq!(stderr(&from_file), "");
    assert_eq!(from_file.stdout, from_input.stdout);
    assert_eq!(from_file.stdout, isnad(&["analyze", "-"], &text).stdout);
    let analysis: Value = serde_json::from_slice(&from_file.stdout).expect("JSON");
    for key in ["language", "sentences", "claims", "figures", "officials"] {
        assert!(analysis.get(key).is_some(), "{key}");
    }
}

#[test]
fn offsets_count_in_the_unit_asked_for() {
    let text = "😀 خصصت الحكومة 3 ملايين دولار لدعم المدارس. قال وزير المالية سامر الحلبي إن الموازنة ارتفعت.";
    let second = "قال وزير المالية سامر الحلبي إن الموازنة ارتفعت.";
    for unit in ["char", "utf16", "byte"] {
        let output = isnad(&["analyze", "--offsets", unit], text.as_bytes());
        let analysis: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(words(text, &analysis["sentences"][1], unit), second, "{unit}");
    }
    let by_default = isnad(&["analyze"], text.as_bytes());
    assert_eq!(by_default.stdout, isnad(&["analyze", "--offsets", "char"], text.as_bytes()).stdout);
}

#[test]
fn a_stream_keeps_its_order_and_its_ids() {
    let input = "{\"id\":\"ب\",\"text\":\"أعلنت الوزارة الخطة.\"}\n\n{\"id\":7,\"text\":\"\"}\n{\"text\":\"قال الوزير إن الخطة جاهزة.\"}";
    let output = isnad(&["analyze", "--jsonl"], input.as_bytes());
    assert!(output.status.success());
    let lines: Vec<&str> = stdout(&output).lines().collect();
    let ids: Vec<Value> = lines.iter().map(|line| serde_json::from_str::<Value>(line).expect("JSON")["id"].clone()).collect();
    assert_eq!(ids, [Value::from("ب"), Value::from(7), Value::Null]);
    assert!(lines[0].starts_with("{\"id\":\"ب\",\"language\":"), "the id comes first: {}", lines[0]);
}

#[test]
fn a_bad_line_is_reported_and_the_rest_is_done() {
    let mut input = b"{\"id\":1,\"text\":\"\xd9\x82\xd8\xa7\xd9\x84.\"}\n{\"id\":2}\nnonsense\n".to_vec();
    input.extend(b"{\"id\":4,\"text\":\"\xff\"}\n{\"id\":5,\"text\":\"\"}\n");
    let output = isnad(&["analyze", "--jsonl"], &input);
    assert!(!output.status.success());
    let ids: Vec<Value> = stdout(&output).lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON")["id"].clone()).collect();
    assert_eq!(ids, [1, 5]);
    let message = stderr(&output);
    for line in ["line 2: ", "line 3: ", "line 4: not UTF-8", "3 lines"] {
        assert!(message.contains(line), "{line}: {message}");
    }
}

/// A reader of the stream gets each answer before it asks the next question: nothing is held back until the end.
#[test]
fn a_stream_is_answered_line_by_line() {
    use std::io::{BufRead, BufReader};
    let mut isnad = Command::new(env!("CARGO_BIN_EXE_isnad"))
        .args(["analyze", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command line starts");
    let mut ask = isnad.stdin.take().expect("stdin is piped");
    let mut answers = BufReader::new(isnad.stdout.take().expect("stdout is piped")).lines();
    for id in 0..3 {
        writeln!(ask, "{{\"id\":{id},\"text\":\"\"}}").expect("it listens");
        let answer = answers.next().expect("an answer").expect("UTF-8");
        assert!(answer.starts_with(&format!("{{\"id\":{id},")));
    }
    drop(ask);
    assert!(isnad.wait().expect("it ends").success());
}

#[test]
fn what_cannot_be_read_gets_one_clear_line() {
    assert_refused(&isnad(&["analyze", "no-such-file.txt"], b""), "no-such-file.txt: cannot read");
    assert_refused(&isnad(&["analyze", "src"], b""), "src: cannot read");
    assert_refused(&isnad(&["analyze"], b"\xd9\x82\xff"), "standard input: not UTF-8 text (at byte 2)");
    assert_refused(&isnad(&["analyze"], b""), "standard input: no text in it");
    assert_refused(&isnad(&["analyze"], b"\xef\xbb\xbf \n\t\n"), "standard input: no text in it");
    assert_refused(&isnad(&["analyze", "--jsonl"], b""), "standard input: no text in it");
    assert_refused(&isnad(&["report", "no-such-file.txt"], b""), "no-such-file.txt: cannot read");
    assert_refused(&isnad(&["report", ARTICLE, "-o", "no/such/folder/report.html"], b""), "no/such/folder/report.html");
}

#[test]
fn text_for_a_person_has_the_ladder_the_marks_and_their_reasons() {
    let output = isnad(&["analyze", "--format", "text", ARTICLE], b"");
    assert!(output.status.success());
    let told = stdout(&output);
    for part in ["الإبراز لا يعني الخطأ", "سلّم المصادر", "الادّعاءات الرئيسية", "المبالغ", "المسؤولون", "صوت الكاتب"]
    {
        assert!(told.contains(part), "{part}");
    }
    assert!(!told.contains('\u{1b}'), "no escapes where no terminal is");
    let english = isnad(&["analyze", "--format", "text", "--language", "en", ARTICLE], b"");
    assert!(stdout(&english).contains("The source ladder"));
}

#[test]
fn a_report_is_one_file_that_loads_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("report.html");
    let output = isnad(&["report", ARTICLE, "-o", path.to_str().expect("UTF-8")], b"");
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(stdout(&output), "");
    let file = read(&path);
    assert!(file.starts_with("<!DOCTYPE html>"));
    for forbidden in ["<script", "<link", "src=", "url(", "@import", "http://", "https://"] {
        assert!(!file.contains(forbidden), "{forbidden}");
    }
    assert_eq!(stdout(&isnad(&["report", ARTICLE], b"")), file, "without -o it goes to standard output");
}

#[test]
fn an_export_goes_to_a_file_or_to_standard_output() {
    let csv = isnad(&["export", ARTICLE, "--format", "csv", "--language", "en", "--address", "https://example.org/1"], b"");
    assert!(csv.status.success(), "{}", stderr(&csv));
    assert!(csv.stdout.starts_with("\u{feff}Mark,Number,".as_bytes()), "a spreadsheet sees that it is UTF-8");
    for format in ["json", "annotation"] {
        let written = isnad(&["export", ARTICLE, "--format", format], b"");
        assert!(serde_json::from_slice::<Value>(&written.stdout).is_ok(), "{format}");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("article.md");
    let to_file = isnad(&["export", ARTICLE, "--format", "markdown", "--digits", "arab", "-o", path.to_str().expect("UTF-8")], b"");
    assert!(to_file.status.success());
    assert!(read(&path).starts_with("# منحة أوروبية") && read(&path).contains("٢ من ٧"));
}

#[test]
fn corrections_are_applied_and_bad_ones_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("corrections.json");
    let path = path.to_str().expect("UTF-8");
    let list = r#"[{"mark": "figure", "start": 0, "end": 0, "words": "45 مليون يورو", "what": "dismissed"},
        {"mark": "figure", "start": 0, "end": 0, "words": "قطار", "what": "dismissed"}]"#;
    std::fs::write(path, list).expect("writable");
    let output = isnad(&["export", ARTICLE, "--format", "json", "--corrections", path], b"");
    let exported: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(exported["analysis"]["figures"][0]["changes"][0]["what"], "dismissed");
    assert!(stderr(&output).contains("correction 2 is ignored: no such mark in the text"), "{}", stderr(&output));
    std::fs::write(path, "{}").expect("writable");
    assert_refused(&isnad(&["export", ARTICLE, "--format", "json", "--corrections", path], b""), "no list of corrections");
}

#[test]
fn a_comparison_and_a_worksheet_are_files_that_load_nothing() {
    let compared = isnad(&["compare", ARTICLE, "tests/articles/agency.txt"], b"");
    let worksheet = isnad(&["worksheet", ARTICLE, "--question", "من كتب هذا؟", "--pages", "blank"], b"");
    for file in [stdout(&compared), stdout(&worksheet)] {
        assert!(file.starts_with("<!DOCTYPE html>"));
        for forbidden in ["<script", "<link", "src=", "url(", "@import", "http://", "https://"] {
            assert!(!file.contains(forbidden), "{forbidden}");
        }
    }
    assert!(stdout(&worksheet).contains("من كتب هذا؟"));
    assert_refused(&isnad(&["compare", ARTICLE, "no-such-file.txt"], b""), "no-such-file.txt: cannot read");
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).expect("the report is readable")
}
