//! The two browsers that tests and `run` drive.

use crate::{machine, process};
use anyhow::{Result, bail};
use std::env;
use std::path::{Path, PathBuf};

/// The programs of both browsers, for the scripts that drive them.
pub struct Browsers {
    pub chromium: PathBuf,
    pub firefox: PathBuf,
}

struct Browser {
    title: &'static str,
    /// The environment variable that overrides its path; our scripts read it too.
    variable: &'static str,
    debian_package: &'static str,
    commands: &'static [&'static str],
    files: &'static [&'static str],
}

const CHROMIUM: Browser = Browser {
    title: "Chromium",
    variable: "CHROMIUM",
    debian_package: "chromium",
    commands: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    files: &[
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ],
};

const FIREFOX: Browser = Browser {
    title: "Firefox",
    variable: "FIREFOX",
    debian_package: "firefox-esr",
    commands: &["firefox-esr", "firefox"],
    files: &["/Applications/Firefox.app/Contents/MacOS/firefox", r"C:\Program Files\Mozilla Firefox\firefox.exe"],
};

/// Fonts with all Arabic letters, for machines that have none.
const DEBIAN_FONTS: &str = "fonts-noto-core";

/// Finds both browsers, installing them on Debian.
pub fn both() -> Result<Browsers> {
    let found = find(&[&CHROMIUM, &FIREFOX])?;
    Ok(Browsers { chromium: found[0].clone(), firefox: found[1].clone() })
}

/// Finds Chromium, installing it on Debian.
pub fn chromium() -> Result<PathBuf> {
    Ok(find(&[&CHROMIUM])?.remove(0))
}

impl Browsers {
    /// The environment variables that tell scripts where the browsers are.
    pub fn environment(&self) -> [(&'static str, &Path); 2] {
        [(CHROMIUM.variable, &self.chromium), (FIREFOX.variable, &self.firefox)]
    }
}

fn find(wanted: &[&Browser]) -> Result<Vec<PathBuf>> {
    let mut packages: Vec<&str> = wanted.iter().filter(|b| locate(b).is_none()).map(|b| b.debian_package).collect();
    if !has_arabic_font() {
        packages.push(DEBIAN_FONTS);
    }
    if !packages.is_empty() {
        machine::apt_install(&packages);
    }
    wanted.iter().map(|browser| locate(browser).map_or_else(|| missing(browser), Ok)).collect()
}

fn missing(browser: &Browser) -> Result<PathBuf> {
    bail!(
        "{} is missing; install it (Debian: `apt-get install {}`), or set {} to its program file",
        browser.title,
        browser.debian_package,
        browser.variable
    )
}

fn locate(browser: &Browser) -> Option<PathBuf> {
    if let Some(file) = env::var_os(browser.variable) {
        return Some(PathBuf::from(file));
    }
    let folders: Vec<PathBuf> = env::var_os("PATH").map(|path| env::split_paths(&path).collect()).unwrap_or_default();
    let on_path = browser.commands.iter().flat_map(|command| folders.iter().map(move |folder| folder.join(command)));
    on_path.chain(browser.files.iter().map(PathBuf::from)).find(|file| file.is_file())
}

/// Whether some font has Arabic letters; assumed where nothing can tell.
fn has_arabic_font() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    process::output(process::program("fc-list").arg(":lang=ar")).is_some_and(|fonts| !fonts.is_empty())
}
