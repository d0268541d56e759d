export type { Analysis, Claim, Engine, Explanations, Figure, Official, Range, SourceType } from "#wasm";
