//! Whether two wordings are one thing in full and in short. Both are folded (see [`fold`](crate::text::fold)).

/// One contains the other: «وزارة الصحة» and «وزارة الصحة الأردنية».
pub(crate) fn one_in_other(one: &str, other: &str) -> bool {
    one.contains(other) || other.contains(one)
}

/// One is the end of the other, by whole words: «الخبير سامر الحلبي» and «الحلبي». A person's second mention is shorter so.
pub(crate) fn ends_alike(one: &str, other: &str) -> bool {
    let (long, short) = if one.len() >= other.len() { (one, other) } else { (other, one) };
    long.strip_suffix(short).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
}
