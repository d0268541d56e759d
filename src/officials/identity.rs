//! Which names may be one person's, and which of all people met before has a name, without a look at each of them.

use rustc_hash::FxHasher;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};

/// A name as it is compared: its words folded, particles of descent left out.
pub(super) type Parts<'d> = Vec<Cow<'d, str>>;

/// The names of all people met so far, by what another name of the same person must share with them.
#[derive(Default)]
pub(super) struct NamesMet {
    /// Traits, hashed, each with those who have it, by number.
    people: BTreeSet<(u32, u32)>,
}

/// How the words of a name sound, hashed; one at least.
pub(super) struct Sounds(Vec<u32>);

/// What a name and another one of the same person share: words by their sounds.
#[derive(Hash)]
enum Trait {
    /// It has one word: this.
    Only(u32),
    First(u32),
    Last(u32),
    /// Its last two words.
    Double(u32, u32),
    /// Its first word and its last.
    FirstAndLast(u32, u32),
    /// Its first word and a further one.
    FirstAndOther(u32, u32),
}

impl NamesMet {
    /// Person number `person` has a name that sounds so. Whoever gets a longer one keeps the number.
    pub fn add(&mut self, sounds: &Sounds, person: usize) {
        let [first, rest @ ..] = &sounds.0[..] else { return };
        let mut met = |shared: Trait| self.people.insert((hashed(shared), person as u32));
        met(Trait::First(*first));
        match rest {
            [] => {
                met(Trait::Last(*first));
                met(Trait::Only(*first));
            }
            [.., last] => {
                met(Trait::Last(*last));
                met(Trait::FirstAndLast(*first, *last));
            }
        }
        if let [.., before, last] = rest {
            met(Trait::Double(*before, *last));
        }
        for word in rest {
            met(Trait::FirstAndOther(*first, *word));
        }
    }

    /// The person met last whose name may be this one, which sounds so. `titled`: a title stands before it, so that a first name may be
    /// enough; `double`: it is a double last name, which may be the end of a longer name. `name_of` knows the fullest name of each.
    pub fn find<'n>(
        &self,
        name: &Parts,
        Sounds(sounds): &Sounds,
        titled: bool,
        double: bool,
        name_of: impl Fn(usize) -> Parts<'n>,
    ) -> Option<usize> {
        let [first, rest @ ..] = &sounds[..] else { return None };
        let is_it = |&person: &usize| {
            let known = name_of(person);
            same(&known, name, titled) || double && known.len() > name.len() && known.ends_with(name)
        };
        let last_with = |shared: Trait| {
            let shared = hashed(shared);
            self.people.range((shared, 0)..=(shared, u32::MAX)).rev().map(|&(_, person)| person as usize).find(is_it)
        };
        match rest {
            [] => last_with(Trait::Last(*first)).max(if titled { last_with(Trait::First(*first)) } else { None }),
            [.., last] => {
                let longer = last_with(Trait::FirstAndOther(*first, *last));
                let shorter = rest.iter().filter_map(|word| last_with(Trait::FirstAndLast(*first, *word))).max();
                let before = rest.len().checked_sub(2).map_or(first, |at| &rest[at]);
                let ending = if double { last_with(Trait::Double(*before, *last)) } else { None };
                last_with(Trait::Only(*last)).max(longer).max(shorter).max(ending)
            }
        }
    }
}

impl Sounds {
    /// Those of a name.
    pub fn of(name: &Parts) -> Sounds {
        let hashed = |word: &Cow<str>| {
            let mut hasher = FxHasher::default();
            sound(word).for_each(|letter| hasher.write_u32(letter.into()));
            hasher.finish() as u32
        };
        Sounds(name.iter().map(hashed).collect())
    }
}

/// Two traits may have one number: who has it is asked for the whole name yet.
fn hashed(shared: Trait) -> u32 {
    let mut hasher = FxHasher::default();
    shared.hash(&mut hasher);
    hasher.finish() as u32
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
    a == b || sound(a).eq(sound(b))
}

/// A word by what all its spellings have in common: its consonants, where these are enough to tell it from others.
fn sound(word: &str) -> impl Iterator<Item = char> {
    let told = skeleton(word).nth(2).is_some();
    let [consonants, letters] = if told { [word, ""] } else { ["", word] };
    skeleton(consonants).chain(letters.chars())
}

/// The consonants of a transliterated name, letters that stand for the same sound made one.
pub(super) fn skeleton(word: &str) -> impl Iterator<Item = char> {
    let mut last = None;
    word.strip_prefix("ال").unwrap_or(word).chars().filter_map(move |letter| {
        let image = match letter {
            'ا' | 'و' | 'ي' | 'ء' | 'ه' => return None,
            'ج' | 'غ' | 'ق' => 'ك',
            'ث' | 'ش' | 'ز' | 'ص' => 'س',
            'ط' => 'ت',
            'ض' => 'د',
            other => other,
        };
        (last.replace(image) != Some(image)).then_some(image)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn whoever_got_a_longer_name_stands_where_he_was_met() {
        let name = |words: &str| words.split(' ').map(|word| Cow::from(word.to_owned())).collect::<Parts>();
        let mut met = NamesMet::default();
        for (words, person) in [("ط", 0), ("تم ي", 1), ("تم ط", 0)] {
            met.add(&Sounds::of(&name(words)), person);
        }
        let known = [name("تم ط"), name("تم ي")];
        let sought = name("تم");
        assert_eq!(met.find(&sought, &Sounds::of(&sought), true, false, |person| known[person].clone()), Some(1));
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
                let sounds = Sounds::of(&name);
                let found = met.find(&name, &sounds, titled, double, |person| known[person].clone());
                prop_assert_eq!(found, known.iter().rposition(is_it));
                match found {
                    Some(person) if known[person].len() >= name.len() => {}
                    Some(person) => {
                        met.add(&sounds, person);
                        known[person] = name;
                    }
                    None => {
                        met.add(&sounds, known.len());
                        known.push(name);
                    }
                }
            }
        }
    }
}
