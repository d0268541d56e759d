//! A bound on the bytes that are under way.

use std::sync::{Condvar, Mutex, PoisonError};

/// Bytes that may be taken and are given back. Whoever wants more than is left waits.
pub struct Budget {
    limit: usize,
    taken: Mutex<usize>,
    returned: Condvar,
}

impl Budget {
    /// A budget of so many bytes.
    pub fn new(limit: usize) -> Budget {
        Budget { limit, taken: Mutex::new(0), returned: Condvar::new() }
    }

    /// Waits until `bytes` can be had; more than the limit are given once nobody else has any.
    pub fn take(&self, bytes: usize) {
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let mut taken =
            self.returned.wait_while(taken, |taken| *taken > 0 && *taken + bytes > self.limit).unwrap_or_else(PoisonError::into_inner);
        *taken += bytes;
    }

    /// Returns what was taken.
    pub fn give_back(&self, bytes: usize) {
        *self.taken.lock().unwrap_or_else(PoisonError::into_inner) -= bytes;
        self.returned.notify_one();
    }
}
