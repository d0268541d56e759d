// Writes docs/speed.md: what the engine takes natively and as WebAssembly. Keep the machine quiet meanwhile.
//     cargo xtask wasm && node benches/speed.mjs [ARTICLES.jsonl ...]
// The articles are others', which are not here: benches/wasm.mjs says what for.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";

const root = new URL("../", import.meta.url);
const printed = (command, ...words) => execFileSync(command, words, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim();

const page = `# Speed

Written by \`node benches/speed.mjs\` on ${cpus()[0].model.trim()}, Node ${process.versions.node}. The texts are parts of our own articles, up to
100 KB no two alike, beyond that over and over. WebAssembly is measured when the browser has compiled it as well as it will, after some seconds of work;
what the first analysis takes is said apart. Our own articles were written to test and hold more to mark than any newspaper: where files of news
articles were given, they stand in a second table, each article analysed by itself, by an engine that has not read the file before ("words known": that
has). What matters more than the numbers, which are this machine's, is how they stand to each
other.

## As WebAssembly

${printed("node", "benches/wasm.mjs", ...process.argv.slice(2))}

## Natively

${printed("cargo", "bench", "--quiet", "--bench", "engine")}

A slope is that of the last step, from 1 MB to 4 MB: 1 is linear, 2 is the square.
`;
writeFileSync(new URL("docs/speed.md", root), page);
