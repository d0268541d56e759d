/** A WebAssembly module on its way, for its loader. */
export const fetched = (name: string) => ({ module_or_path: fetch(new URL(`${name}.wasm`, import.meta.url)) });
