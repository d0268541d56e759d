//! `isnad export`: an article with its marks for another program.

use crate::arguments::Export;
use crate::{Failure, input, output};
use isnad::Annotated;
use isnad::corrections::Correction;
use isnad::export::{self, Content};

/// Runs the command.
pub fn run(arguments: &Export) -> Result<(), Failure> {
    let text = input::text(&arguments.file)?;
    let mut article = Annotated::read(&text, arguments.offsets.into());
    if let Some(path) = &arguments.corrections {
        let list = input::text(path)?;
        let corrections: Vec<Correction> =
            serde_json::from_str(&list).map_err(|problem| input::Problem::NotCorrections(path.clone(), problem.to_string()))?;
        let (corrected, ignored) = article.corrected(&corrections);
        article = corrected;
        for one in ignored {
            anstream::eprintln!("isnad: {}: correction {} is ignored: {}", path.display(), one.index + 1, one.reason);
        }
    }
    let details = arguments.origin.details();
    let written = match export::export(&article, &details, arguments.format.into(), arguments.speech.locale()) {
        Content::Text(text) => text,
        Content::Data(data) => serde_json::to_string_pretty(&data).map_err(std::io::Error::from)? + "\n",
    };
    output::write(arguments.output.as_deref(), &written)
}
