//! What a WebAssembly module is made of.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use wasmparser::{KnownCustom, Name, Parser, Payload};

/// A module's sections, and its code by origin.
#[derive(Default)]
pub struct Parts {
    /// The bodies of all functions.
    pub code: Vec<u8>,
    /// Constants: texts, tables, the lexicon.
    pub data: Vec<u8>,
    /// Bytes of code by stage of the engine or by crate, the largest first.
    pub functions: Vec<(String, usize)>,
}

impl Parts {
    /// Of a module with a name section.
    pub fn of(wasm: &[u8]) -> Result<Parts> {
        let mut parts = Parts::default();
        let mut names = BTreeMap::new();
        let mut lengths = Vec::new();
        let mut imported = 0;
        for payload in Parser::new(0).parse_all(wasm) {
            match payload.context("not a WebAssembly module")? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        imported += usize::from(matches!(import?.ty, wasmparser::TypeRef::Func(_) | wasmparser::TypeRef::FuncExact(_)));
                    }
                }
                Payload::CodeSectionStart { range, .. } => parts.code = wasm[range].to_vec(),
                Payload::CodeSectionEntry(body) => lengths.push(body.range().len()),
                Payload::DataSection(data) => parts.data = wasm[data.range()].to_vec(),
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(subsections) = section.as_known() {
                        names.extend(function_names(subsections)?);
                    }
                }
                _ => {}
            }
        }
        let mut sums: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, length) in lengths.iter().enumerate() {
            *sums.entry(names.get(&(imported + at)).map_or("unnamed", |name| origin(name))).or_default() += length;
        }
        parts.functions = sums.into_iter().map(|(origin, length)| (origin.to_owned(), length)).collect();
        parts.functions.sort_by_key(|(_, length)| std::cmp::Reverse(*length));
        Ok(parts)
    }
}

fn function_names<'a>(subsections: wasmparser::NameSectionReader<'a>) -> Result<Vec<(usize, &'a str)>> {
    let mut names = Vec::new();
    for subsection in subsections {
        if let Name::Function(map) = subsection? {
            for naming in map {
                let naming = naming?;
                names.push((naming.index as usize, naming.name));
            }
        }
    }
    Ok(names)
}

/// The stage or crate a function belongs to, by its name: `isnad::claims::level::score::h0123` belongs to `claims`,
/// `<T as serde_core::ser::Serialize>::serialize` to the boundary.
fn origin(name: &str) -> &str {
    if let Some((_, path)) = name.split_once("isnad::") {
        return word(path);
    }
    let path = name.trim_start_matches(|c: char| !c.is_alphanumeric());
    match word(path) {
        // Generic code of the standard library, and names the linker gives.
        "core" | "alloc" | "std" | "T" | "str" | "char" | "f64" | "mut" | "hashbrown" | "compiler_builtins" | "rustc" => "standard library",
        "dlmalloc" => "allocator",
        "engine_mark" | "engine_analyze" | "engine_new" => "boundary",
        other if other.starts_with("reports_") || other.starts_with("pages_") => "boundary",
        other if other.starts_with("serde") || other.starts_with("wasm_bindgen") || other == "js_sys" || other == "web_sys" => "boundary",
        other if path[other.len()..].starts_with("::") => other,
        _ => "boundary",
    }
}

/// The identifier a path begins with.
fn word(path: &str) -> &str {
    path.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::origin;

    #[test]
    fn a_function_belongs_to_a_stage_or_a_crate() {
        assert_eq!(origin("isnad::claims::level::score::h0123456789abcdef"), "claims");
        assert_eq!(origin("isnad::analyze::h0123456789abcdef"), "analyze");
        assert_eq!(origin("<isnad::analysis::Analysis as core::clone::Clone>::clone::h01"), "analysis");
        assert_eq!(origin("core::str::slice_error_fail"), "standard library");
        assert_eq!(origin("<f64 as core[c593]::fmt::Display>::fmt"), "standard library");
        assert_eq!(origin("<&serde_wasm_bindgen::ser::Serializer as serde_core::ser::Serializer>::serialize_str"), "boundary");
        assert_eq!(origin("regex_automata::dfa::search::find_fwd_imp::h21"), "regex_automata");
        assert_eq!(origin("__externref_table_alloc"), "boundary");
    }
}
