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
fn an_analysis_goes_to_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("analysis.json");
    for format in ["json", "text"] {
        let to_file = isnad(&["analyze", ARTICLE, "--format", format, "-o", path.to_str().expect("UTF-8")], b"");
        assert!(to_file.status.success() && to_file.stdout.is_empty());
        assert_eq!(read(&path), stdout(&isnad(&["analyze", ARTICLE, "--format", format], b"")));
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
fn a_bad_line_is_answered_with_an_error_and_the_rest_is_done() {
    let mut input = b"\xef\xbb\xbf{\"id\":1,\"text\":\"\xd9\x82\xd8\xa7\xd9\x84.\"}\n{\"id\":2}\nnonsense\n".to_vec();
    input.extend(b"\n{\"id\":5,\"text\":\"\xff\"}\n{\"id\":6,\"text\":\"\"}\n");
    let output = isnad(&["analyze", "--jsonl"], &input);
    assert_eq!(output.status.code(), Some(3));
    let answers: Vec<Value> = stdout(&output).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let told: Vec<(&Value, &Value)> = answers.iter().map(|answer| (&answer["id"], &answer["line"])).collect();
    let null = &Value::Null;
    assert_eq!(told, [(&1.into(), null), (&2.into(), &2.into()), (null, &3.into()), (&5.into(), &5.into()), (&6.into(), null)]);
    assert!(answers[1]["error"].as_str().expect("a message").contains("missing field `text`"));
    let message = stderr(&output);
    for line in ["line 2: ", "line 3: ", "line 5: not UTF-8", "3 lines"] {
        assert!(message.contains(line), "{line}: {message}");
    }
    let for_a_person = isnad(&["analyze", "--jsonl", "--format", "text"], &input);
    assert!(!stdout(&for_a_person).contains("error"));
}

#[test]
fn a_line_without_end_is_passed_over() {
    let mut input = b"{\"id\":1,\"text\":\"".to_vec();
    input.resize(9 << 20, b'a');
    input.extend(b"\"}\n{\"id\":2,\"text\":\"\"}\n");
    let output = isnad(&["analyze", "--jsonl"], &input);
    assert_eq!(output.status.code(), Some(3));
    assert!(stderr(&output).starts_with("isnad: line 1: longer than 8 MiB"), "{}", stderr(&output));
    let answers: Vec<&str> = stdout(&output).lines().collect();
    assert_eq!(answers[0], r#"{"id":null,"line":1,"error":"longer than 8 MiB: passed over"}"#);
    assert!(answers[1].starts_with("{\"id\":2,") && answers.len() == 2);
}

/// A stream of articles of very different length, so that one core is done long before the other.
fn uneven_stream() -> String {
    let article = read(Path::new(ARTICLE));
    (0..60)
        .map(|id| format!("{}\n", serde_json::json!({"id": id, "text": if id % 7 == 0 { article.repeat(4) } else { id.to_string() }})))
        .collect()
}

#[test]
fn many_cores_answer_as_one_does() {
    let input = uneven_stream();
    let one = isnad(&["analyze", "--jsonl", "--jobs", "1"], input.as_bytes());
    let many = isnad(&["analyze", "--jsonl", "--jobs", "8"], input.as_bytes());
    assert!(one.status.success() && many.status.success());
    assert_eq!(stdout(&one).lines().count(), 60);
    assert_eq!(one.stdout, many.stdout);
}

#[test]
fn a_stream_is_resumed_wherever_it_was_cut() {
    let input = uneven_stream() + "nonsense\n{\"text\":\"\"}\n";
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("answers.jsonl");
    let resume = || isnad(&["analyze", "--jsonl", "--resume", "-o", path.to_str().expect("UTF-8")], input.as_bytes());
    assert_eq!(resume().status.code(), Some(3), "what is not there yet is begun");
    let whole = std::fs::read(&path).expect("the answers are readable");
    let ends: Vec<usize> = (0..whole.len()).filter(|&at| whole[at] == b'\n').map(|at| at + 1).collect();
    assert_eq!(ends.len(), 62);
    for cut in [0, 1, ends[0] - 1, ends[0], ends[20] + 40, ends[60], ends[61]] {
        std::fs::write(&path, &whole[..cut]).expect("writable");
        let again = resume();
        let bad_is_done = cut >= ends[60];
        assert_eq!(again.status.code(), Some(if bad_is_done { 0 } else { 3 }), "{}", stderr(&again));
        assert!(std::fs::read(&path).expect("readable") == whole, "cut at {cut}");
    }
}

#[test]
fn answers_that_are_there_are_never_lost() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("answers.jsonl");
    let name = path.to_str().expect("UTF-8");
    let input = uneven_stream();
    assert!(isnad(&["analyze", "--jsonl", "-o", name], input.as_bytes()).status.success());
    let whole = read(&path);
    assert_refused(&isnad(&["analyze", "--jsonl", "-o", name], input.as_bytes()), "has answers already; `--resume` goes on behind them");
    let other = input.replace("\"id\":59", "\"id\":600");
    assert_refused(&isnad(&["analyze", "--jsonl", "-o", name, "--resume"], other.as_bytes()), "are not the answers to the first lines");
    assert_refused(
        &isnad(&["analyze", "--jsonl", "-o", name, "--resume"], b"{\"id\":0,\"text\":\"\"}"),
        "its 60 lines are not the answers",
    );
    assert_eq!(read(&path), whole);
    assert_eq!(isnad(&["analyze", "--resume", "-o", name], b"").status.code(), Some(2), "one text is not resumed");
}

#[cfg(unix)]
#[test]
fn a_stream_stops_when_it_is_told_to_and_can_be_resumed() {
    use std::io::{BufRead, BufReader};
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("answers.jsonl");
    let name = path.to_str().expect("UTF-8");
    let input = uneven_stream();
    let mut isnad_at_work = Command::new(env!("CARGO_BIN_EXE_isnad"))
        .args(["analyze", "--jsonl", "-o", name])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command line starts");
    // The input stays open: what it waits for never comes.
    let mut ask = isnad_at_work.stdin.take().expect("stdin is piped");
    ask.write_all(input.lines().next().expect("a line").as_bytes()).and_then(|()| ask.write_all(b"\n")).expect("it listens");
    while std::fs::metadata(&path).map_or(0, |file| file.len()) == 0 {
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    let told = Command::new("kill").args(["-INT", &isnad_at_work.id().to_string()]).status().expect("kill is everywhere");
    assert!(told.success());
    let message = BufReader::new(isnad_at_work.stderr.take().expect("stderr is piped")).lines().next().expect("a line").expect("UTF-8");
    assert_eq!(message, "isnad: stopped after 1 articles; `--resume` goes on from there");
    assert_eq!(isnad_at_work.wait().expect("it ends").code(), Some(130));
    assert!(isnad(&["analyze", "--jsonl", "-o", name, "--resume"], input.as_bytes()).status.success());
    assert_eq!(read(&path), stdout(&isnad(&["analyze", "--jsonl"], input.as_bytes())));
}

#[test]
fn a_reader_that_has_read_enough_is_no_failure() {
    use std::io::{BufRead, BufReader};
    let mut isnad = Command::new(env!("CARGO_BIN_EXE_isnad"))
        .args(["analyze", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command line starts");
    let mut ask = isnad.stdin.take().expect("stdin is piped");
    let asking = std::thread::spawn(move || while ask.write_all(uneven_stream().as_bytes()).is_ok() {});
    let mut answers = BufReader::new(isnad.stdout.take().expect("stdout is piped"));
    answers.read_line(&mut String::new()).expect("an answer");
    drop(answers);
    let output = isnad.wait_with_output().expect("it ends");
    assert!(output.status.success());
    assert_eq!(stderr(&output), "");
    asking.join().expect("the pipe is closed");
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
    let empty = isnad(&["analyze", "--jsonl"], b"");
    assert!(empty.status.success(), "a part of a corpus can be empty");
    assert_eq!((stdout(&empty), stderr(&empty)), ("", "isnad: standard input: no text in it\n"));
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
