//! The whole analysis of any text.

use super::sound::sound;

pub fn analysis(data: &[u8]) {
    sound(&String::from_utf8_lossy(data));
}
