//! What the documentation says about the project is true.

use std::fs;
use std::path::Path;

/// Every module and folder is named on the architecture page, and whatever the page names exists.
#[test]
fn the_architecture_page_names_every_folder() {
    let page = fs::read_to_string("docs/architecture.md").expect("docs/architecture.md");
    for folder in ["src", "extension/src"] {
        for entry in fs::read_dir(folder).expect("a folder of the project") {
            let path = entry.expect("an entry").path();
            let stem = path.file_stem().and_then(|stem| stem.to_str()).expect("a name in ASCII").to_owned();
            let module = folder == "src" && path.extension().is_some_and(|extension| extension == "rs") && stem != "lib";
            if module || path.is_dir() {
                let written = [format!("`{stem}`"), format!("{stem}/"), format!("{stem}.rs")];
                assert!(written.iter().any(|name| page.contains(name)), "docs/architecture.md does not name {}", path.display());
            }
        }
    }
    for line in page.lines() {
        for named in line.split('`').skip(1).step_by(2).filter(|named| named.contains('/') && !named.contains('*')) {
            let somewhere = ["", "extension/src/", "src/"].iter().any(|root| exists(&format!("{root}{named}")));
            assert!(somewhere, "docs/architecture.md names `{named}`, which is not there");
        }
    }
}

fn exists(path: &str) -> bool {
    Path::new(path).exists() || ["rs", "ts"].iter().any(|extension| Path::new(&format!("{path}.{extension}")).exists())
}
