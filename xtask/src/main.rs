//! The project's commands, `cargo xtask …`. Each module is a command or something that commands share.

mod audit;
mod browsers;
mod build;
mod dependencies;
mod files;
mod machine;
mod node;
mod package;
mod process;
mod reproduce;
mod run;
mod serve;
mod size;
mod test;
mod wasm;

use std::process::ExitCode;

/// A command. `perform` gets the arguments after its name and returns `false` if checks failed and have been reported.
struct Task {
    name: &'static str,
    purpose: &'static str,
    perform: fn(&[String]) -> anyhow::Result<bool>,
}

const TASKS: &[Task] = &[
    Task { name: "run", purpose: "build all, serve www/ and open a browser with the extension on a sample article", perform: run::run },
    Task { name: "test", purpose: "every check and every test, in Chromium and Firefox too", perform: test::test },
    Task { name: "build", purpose: "dist/chromium, dist/firefox, dist/www", perform: |_| build::build().map(|()| true) },
    Task { name: "wasm", purpose: "the WebAssembly modules, dist/wasm", perform: |_| wasm::build().map(|()| true) },
    Task { name: "size", purpose: "what is loaded, part by part, against the budgets: docs/size.md", perform: size::size },
    Task { name: "reproduce", purpose: "build twice, in two folders, and compare what is shipped", perform: reproduce::reproduce },
    Task { name: "package", purpose: "what the stores take, dist/packages", perform: package::package },
    Task { name: "audit", purpose: "licences, sources and known faults of all dependencies", perform: audit::audit },
    Task { name: "serve", purpose: "serve dist/www on this machine [--port N]", perform: serve::serve },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(name) = arguments.first() else {
        print_help();
        return ExitCode::SUCCESS;
    };
    let Some(task) = TASKS.iter().find(|task| task.name == name) else {
        if ["help", "--help", "-h"].contains(&name.as_str()) {
            print_help();
            return ExitCode::SUCCESS;
        }
        eprintln!("xtask: no command `{name}`\n");
        print_help();
        return ExitCode::from(2);
    };
    match (task.perform)(&arguments[1..]) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("xtask: {problem:#}");
            ExitCode::FAILURE
        }
    }
}

fn print_help() {
    println!("cargo xtask COMMAND\n");
    for task in TASKS {
        println!("    {:<10}{}", task.name, task.purpose);
    }
    println!("\nWhat is missing on this machine is installed where that can be done, and named where it cannot.");
}
