//! Which names may be one person's, and which of all people met before has a name, without a look at each of them.

use rustc_hash::{FxHashMap, FxHasher};
use std::borrow::Cow;
use std::hash::{Hash, Hasher};

/// A name as it is compared: its words folded, particles of descent left out.
pub(super) type Parts<'d> = Vec<Cow<'d, str>>;

/// The names of all people met so far, by what another name of the same person must share with them.
#[derive(Default)]
pub(super) struct NamesMet {
    /// By a trait, hashed, the people who have it, by number, ascending.
    people: FxHashMap<u64, Vec<u32>>,
}

/// What a name and another one of the same person share; words by their [`sound`].
#[derive(Hash)]
enum Trait<'n> {
    /// It has one word: this.
    Only(&'n str),
    First(&'n str),
    Last(&'n str),
    /// Its last two words.
    Double(&'n str, &'n str),
    /// Its first word and its last.
    FirstAndLast(&'n str, &'n str),
    /// Its first word and a further one.
    FirstAndOther(&'n str, &'n str),
}

impl NamesMet {
    /// Person number `person` has this name. Whoever gets a longer one keeps the number.
    pub fn add(&mut self, name: &Parts, person: usize) {
        let person = person as u32;
        let sounds: Vec<String> = name.iter().map(|word| sound(word)).collect();
        let [first, rest @ ..] = &sounds[..] else { return };
        let last = rest.last().unwrap_or(first);
        // Whoever gets a longer name may have a lower number than some who have the trait already.
        let mut met = |shared: Trait| {
            // Most are one person's.
            let people = self.people.entry(shared.hashed()).or_insert_with(|| Vec::with_capacity(1));
            people.insert(people.partition_point(|&other| other < person), person);
        };
        met(Trait::First(first));
        met(Trait::Last(last));
        match rest {
            [] => met(Trait::Only(first)),
            [.., before, _] => met(Trait::Double(before, last)),
            [_] => {}
        }
        if !rest.is_empty() {
            met(Trait::FirstAndLast(first, last));
        }
        rest.iter().for_each(|word| met(Trait::FirstAndOther(first, word)));
    }

    /// The person met last whose name may be this one. `titled`: a title stands before it, so that a first name may be
    /// enough; `double`: it is a double last name, which may be the end of a longer name. `name_of` knows the fullest name of each.
    pub fn find<'n>(&self, name: &Parts, titled: bool, double: bool, name_of: impl Fn(usize) -> &'n Parts<'n>) -> Option<usize> {
        let sounds: Vec<String> = name.iter().map(|word| sound(word)).collect();
        let [first, rest @ ..] = &sounds[..] else { return None };
        let is_it = |&person: &usize| {
            let known = name_of(person);
            same(known, name, titled) || double && known.len() > name.len() && known.ends_with(name)
        };
        let last_with = |shared: Trait| self.people.get(&shared.hashed())?.iter().rev().map(|&person| person as usize).find(is_it);
        match rest {
            [] => last_with(Trait::Last(first)).max(if titled { last_with(Trait::First(first)) } else { None }),
            [.., last] => {
                let longer = last_with(Trait::FirstAndOther(first, last));
                let shorter = rest.iter().filter_map(|word| last_with(Trait::FirstAndLast(first, word))).max();
                let before = rest.len().checked_sub(2).map_or(first, |at| &rest[at]);
                let ending = if double { last_with(Trait::Double(before, last)) } else { None };
                last_with(Trait::Only(last)).max(longer).max(shorter).max(ending)
            }
        }
    }
}

impl Trait<'_> {
    fn hashed(&self) -> u64 {
        let mut hasher = FxHasher::default();
        self.hash(&mut hasher);
        hasher.finish()
    }
}

/// Two names may be one person's. `titled`: a title stands before the second, so that a first name may be enough.
fn same(known: &[Cow<str>], new: &[Cow<str>], titled: bool) -> bool {
    match (known, new) {
        ([.., last], [only]) if alike(last, only) => true,
        ([first, ..], [only]) if titled && first == only => true,
        ([only], [.., last]) if alike(only, last) => true,
        (known, new) if known.len() > 1 && new.len() > 1 => {
            let (long, short) = if known.len() >= new.len() { (known, new) } else { (new, known) };
            if !alike(&long[0], &short[0]) {
                return false;
            }
            let mut rest = long.iter();
            short.iter().all(|part| rest.any(|other| alike(other, part)))
        }
        _ => false,
    }
}

/// One name in two spellings.
pub(super) fn alike(a: &str, b: &str) -> bool {
    a == b || sound(a) == sound(b)
}

/// A word by what all its spellings have in common: its consonants, where these are enough to tell it from others.
fn sound(word: &str) -> String {
    let skeleton = skeleton(word);
    if skeleton.chars().count() >= 3 { skeleton } else { word.to_owned() }
}

/// The consonants of a transliterated name, letters that stand for the same sound made one.
pub(super) fn skeleton(word: &str) -> String {
    let mut skeleton = String::with_capacity(word.len());
    for c in word.strip_prefix("ال").unwrap_or(word).chars() {
        let image = match c {
            'ا' | 'و' | 'ي' | 'ء' | 'ه' => continue,
            'ج' | 'غ' | 'ق' => 'ك',
            'ث' | 'ش' | 'ز' | 'ص' => 'س',
            'ط' => 'ت',
            'ض' => 'د',
            other => other,
        };
        if !skeleton.ends_with(image) {
            skeleton.push(image);
        }
    }
    skeleton
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn whoever_got_a_longer_name_stands_where_he_was_met() {
        let name = |words: &str| words.split(' ').map(|word| Cow::from(word.to_owned())).collect::<Parts>();
        let mut met = NamesMet::default();
        met.add(&name("ط"), 0);
        met.add(&name("تم ي"), 1);
        met.add(&name("تم ط"), 0);
        let known = [name("تم ط"), name("تم ي")];
        assert_eq!(met.find(&name("تم"), true, false, |person| &known[person]), Some(1));
    }

    proptest! {
        #[test]
        fn found_is_who_a_look_at_everybody_finds(
            names in prop::collection::vec((prop::collection::vec("[سصطتمي]{1,4}", 1..4), any::<bool>(), any::<bool>()), 1..20),
        ) {
            let (mut met, mut known) = (NamesMet::default(), Vec::<Parts>::new());
            for (name, titled, double) in names {
                let name: Parts = name.into_iter().map(Cow::from).collect();
                let double = double && name.len() == 2;
                let is_it = |c: &Parts| same(c, &name, titled) || double && c.len() > name.len() && c.ends_with(&name);
                let found = met.find(&name, titled, double, |person| &known[person]);
                prop_assert_eq!(found, known.iter().rposition(is_it));
                match found {
                    Some(person) if known[person].len() >= name.len() => {}
                    Some(person) => {
                        met.add(&name, person);
                        known[person] = name;
                    }
                    None => {
                        met.add(&name, known.len());
                        known.push(name);
                    }
                }
            }
        }
    }
}
