#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| isnad_fuzz::numbers(data));
