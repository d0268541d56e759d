//! Words that are something else elsewhere (a noun, a verb, a place, even a preposition) and may be part of a name where
//! they stand, and words no list knows that may be verbs: what speaks for and against, added up.
//!
//! One observation rarely decides. Behind «الوزير سامر» a last name is due, behind «سامر الحلبي» hardly; before «إن» or
//! a comma no preposition stands, and a noun seldom; behind «إن الوزير سامر الحلبي» a verb is due, behind «قال الوزير» none.

use super::name::clitic_before_name;
use super::office::office_at;
use super::vocabulary::{Sort, is_mark, joined, looks_common, vocabulary};
use crate::text::{Block, Clitics, TokenKind};

/// A name as far as it has been read.
#[derive(Clone, Copy, Debug)]
pub(super) struct SoFar {
    /// Where what the name belongs to begins: its office, its titles, or itself.
    pub from: usize,
    /// An office or a title stands before it.
    pub opened: bool,
    /// Words of it, a particle and what it joins counting as one.
    pub units: usize,
    /// Its first word is a name of the lexicon.
    pub known: bool,
}

/// What stands before a name and its office.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// A verb of saying: what is said is due behind the name.
    Saying,
    /// Another verb: its object may be due.
    Verb,
    /// No verb: one is due.
    None,
    /// A preposition or a noun, whose genitive they are: neither verb nor object is due.
    Governor,
}

/// What stands behind a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Behind {
    Mark,
    /// An office in apposition.
    Office,
    /// «إن», «أنه»: what is said begins.
    SaysThat,
    Function,
    Verb,
    Name,
    Unknown,
    /// Something with a conjunction or preposition attached.
    Attached,
    /// «وفلان»: a list goes on.
    Another,
    /// A noun that is definite by an article or a pronoun.
    Definite,
    Noun,
}

/// A verb stands at most so many words before its subject.
const VERB_REACH: usize = 3;

/// Bytes: three letters.
const SHORT: usize = 6;

/// The word at `at`, by its sort no part of a name, is one here. In tenths.
pub(super) fn belongs(block: &Block, at: usize, sort: Sort, so_far: SoFar) -> bool {
    let (before, next) = (before(block, so_far.from), behind(block, at + 1));
    // «اتهم الوزير فلان إيران بأنها»: behind an object.
    let accused = next == Behind::SaysThat && block.word(at + 1).starts_with('ب');
    let next = if accused { Behind::Function } else { next };
    if so_far.units == 0 {
        return opens(block, at, sort, before, next);
    }
    let due = match so_far.units {
        1 if so_far.opened => 10,
        1 => -5,
        2 => -10,
        _ => -20,
    };
    let known = if so_far.known { 10 } else { 0 };
    let follows = match next {
        Behind::Mark | Behind::SaysThat => 25,
        // «المهندس سامر الحجة محافظ حلب»: an office may follow a noun in construct too.
        Behind::Office
            if block.word(at).starts_with("ال")
                || !matches!(sort, Sort::Other | Sort::Verb)
                || vocabulary().is_doubtful_name(block, at) =>
        {
            25
        }
        Behind::Office => -10,
        Behind::Another => 15,
        Behind::Verb | Behind::Function | Behind::Name | Behind::Unknown | Behind::Attached => 10,
        Behind::Definite => -20,
        Behind::Noun => -10,
    };
    let role = match (before, sort) {
        (Before::None, Sort::Verb) => -15,
        (Before::Governor, Sort::Verb) => 0,
        (_, Sort::Verb) => 10,
        // «زار الوزير فلان بيروت،»: an object.
        (Before::Verb | Before::Saying, Sort::Place) if next != Behind::SaysThat => -10,
        (Before::Verb, Sort::Other) if block.word(at).starts_with("ال") => -20,
        _ => 0,
    };
    // «قوه جيا كون إن»: names of short words.
    let short = |at: usize| block.is_word(at) && block.word(at).len() <= SHORT;
    let syllables = match so_far.units > 1 && short(at) && short(at - 1) && short(at - 2) {
        true if so_far.known => 5,
        true => 15,
        false => 0,
    };
    due + known + follows + role + syllables + weight(block, at, sort, so_far, before) > 0
}

/// So much speaks against a word that is no part of a name.
const NEVER: i32 = -100;

/// How much a word looks like a word of another kind.
fn weight(block: &Block, at: usize, sort: Sort, so_far: SoFar, before: Before) -> i32 {
    let v = vocabulary();
    // «وعين الرئيس فلان خلفا له»
    if v.is_successor(block, at) {
        return NEVER;
    }
    if v.is_function(block, at) {
        return of_function_word(block, at);
    }
    if is_inflected(block, at, sort) {
        return NEVER;
    }
    if block.word(at).starts_with("ال") && sort != Sort::Place {
        return with_article(block, at, so_far);
    }
    let office = if v.is_office_word(block, at) && !v.is_doubtful_name(block, at) { -5 } else { 0 };
    of_sort(block, at, sort, so_far, before) + of_ending(block, at) + of_attached(block, at) + office
}

fn of_function_word(block: &Block, at: usize) -> i32 {
    let v = vocabulary();
    // «صباح الخميس»
    let time = block.word_at(at + 1).starts_with("ال") && v.is_function(block, at + 1);
    if v.is_doubtful_name(block, at) && !time { -25 } else { NEVER }
}

/// What stands before or behind the word stands at no name: «سيتم», «ستعقد», «والوزارة», «شاكرًا».
fn is_inflected(block: &Block, at: usize, sort: Sort) -> bool {
    let word = block.word(at);
    let future = sort == Sort::Verb && ["سي", "ست", "سن"].iter().any(|opening| word.starts_with(opening));
    future || joined(block.shape(at)) && !word.starts_with('و') || word.starts_with("وال") || has_tanwin(block, at)
}

fn with_article(block: &Block, at: usize, so_far: SoFar) -> i32 {
    let v = vocabulary();
    let word = block.word(at);
    let [office, name] = [v.is_office_word(block, at), v.is_name_with_article(block, at)];
    match (office, name) {
        // «حسن الأمين التوم»
        (true, true) if matches!(behind(block, at + 1), Behind::Name) && block.word(at + 1) != "باسم" => 5,
        // «ولد محمد الأمين،»: one name of two words.
        (true, true) if matches!(block.word_at(at.saturating_sub(1)), "محمد" | "محمدن") => 5,
        (true, true) if matches!(behind(block, at + 1), Behind::Mark | Behind::SaysThat) => -20,
        // «أوضح المهندس محمد المخرج أن»: no title stands there.
        (true, _) if so_far.units == 1 && behind(block, at + 1) == Behind::SaysThat => -30,
        (true, _) => NEVER,
        _ if word.ends_with("ات") && v.is_noun_plural(word) => -60,
        // «العبيدات»: clans.
        _ if word.ends_with("ات") => -15,
        _ => -30,
    }
}

fn of_sort(block: &Block, at: usize, sort: Sort, so_far: SoFar, before: Before) -> i32 {
    let v = vocabulary();
    match sort {
        _ if so_far.units == 1 && v.is_doubtful_name(block, at) => 0,
        Sort::Verb if v.says(block, at) => match before {
            Before::None | Before::Governor => -45,
            Before::Saying | Before::Verb => -20,
        },
        Sort::Place if so_far.known && so_far.units == 1 => -10,
        Sort::Place if so_far.known => -20,
        Sort::Place => -30,
        _ => -15,
    }
}

/// How many letters of Arabic a word has.
fn letters(word: &str) -> usize {
    word.len() / 2
}

fn of_ending(block: &Block, at: usize) -> i32 {
    let word = block.word(at);
    match block.last_letter(at) {
        _ if word.ends_with("ها") || word.ends_with("هم") => -40,
        Some('ة' | 'ه') => -15,
        // «مارتينيز موتولا.»: no list knows it, and nothing follows.
        Some('ا') if letters(word) > 4 && (!block.readings(at).is_empty() || block.is_word(at + 1)) => -15,
        _ => 0,
    }
}

fn of_attached(block: &Block, at: usize) -> i32 {
    let word = block.word(at);
    let readings = block.readings(at);
    if readings.iter().any(|r| r.clitics == Clitics::NONE) {
        return 0;
    }
    // In the news hardly anything goes on with ف behind a name.
    let joint = word.starts_with('و') && letters(word) > 3;
    let preposition = readings.iter().any(|r| r.clitics.has_any(Clitics::BI.with(Clitics::LI)));
    match (joint, preposition) {
        (true, _) => -45,
        (_, true) if letters(word) > 4 => -30,
        (_, true) => -15,
        _ => 0,
    }
}

/// A name begins with the word, though it is none by itself: «أمين عمان عقل فلان إن».
fn opens(block: &Block, at: usize, sort: Sort, before: Before, next: Behind) -> bool {
    let v = vocabulary();
    let word = block.word(at);
    let doubtful = v.is_doubtful_name(block, at);
    let bare = !word.starts_with("ال") || doubtful;
    let attached = !block.readings(at).iter().any(|r| r.clitics == Clitics::NONE)
        && block.readings(at).iter().any(|r| r.clitics.has_any(Clitics::CONJUNCTION.with(Clitics::PREPOSITION)));
    let feminine = match block.last_letter(at) {
        Some('ه') => !block.orthography.tells_ta || word.len() > SHORT,
        last => matches!(last, Some('ة' | 'ا')),
    };
    // «السفير لدى كينيا بكيلي تسفاي أن»: a preposition, unless what is around shows a name.
    let shown = matches!(behind(block, at + 2), Behind::SaysThat) && matches!(next, Behind::Unknown | Behind::Name) && word.len() > SHORT;
    let other = feminine || v.is_office_word(block, at);
    if !bare || attached && !shown || joined(block.shape(at)) || has_tanwin(block, at) || other && !doubtful {
        return false;
    }
    let own = match sort {
        _ if v.is_function(block, at) => {
            if doubtful {
                -10
            } else {
                return false;
            }
        }
        _ if doubtful => 0,
        _ if attached => -15,
        Sort::Verb if v.says(block, at) || before == Before::None => -30,
        _ if word.starts_with('ي') || v.appoints(block, at) => -30,
        _ if looks_common(block.shape(at)) => -10,
        Sort::Verb => -10,
        // «حاكم المحافظة ديني تاماشيرو»: no indefinite adjective stands behind an office.
        Sort::Nisba if v.is_bare_quality(word) => 25,
        Sort::Place | Sort::Nisba => -20,
        _ => -5,
    };
    let next = match next {
        Behind::Name => 15,
        Behind::Unknown if matches!(block.last_letter(at + 1), Some('ة' | 'ا')) && block.word(at + 1).len() > SHORT => 0,
        Behind::Unknown => 10,
        // «عضو اللجنة صباح الساعدي»
        Behind::Definite if doubtful && v.sort(block, at + 1) == Sort::Definite && block.word(at + 1).ends_with('ي') => 15,
        _ => return false,
    };
    let last = match behind(block, at + 2) {
        Behind::Mark | Behind::SaysThat | Behind::Office => 15,
        Behind::Function | Behind::Verb | Behind::Attached | Behind::Another => 5,
        Behind::Name | Behind::Unknown => 0,
        Behind::Definite | Behind::Noun => -10,
    };
    let said = if before == Before::Saying { 5 } else { 0 };
    own + next + last + said > 10
}

/// «إن الوزير سامر الحلبي فعل الشيء»: a verb is due, and the word no list knows at `at` may be one.
pub(super) fn is_due_verb(block: &Block, at: usize, so_far: SoFar) -> bool {
    // «أن الحلبي فعل»: behind a last name alone, where nothing else is due.
    let clause = || so_far.from.checked_sub(1).is_some_and(|at| says_that(block, at));
    if so_far.units < 2 && !clause() || before(block, so_far.from) != Before::None {
        return false;
    }
    let word = block.word(at);
    let stem = word.strip_prefix('ت').filter(|stem| stem.len() == 6).unwrap_or(word);
    let triliteral = stem.len() == 6 && !stem.contains(['ا', 'و', 'ي', 'ه']);
    triliteral && matches!(behind(block, at + 1), Behind::Definite | Behind::Noun | Behind::Function)
}

/// The same of a name that is a verb as well: «صادق على المشروع», «طالب بالتحقيق».
pub(super) fn is_due_form(block: &Block, at: usize, so_far: SoFar) -> bool {
    let takes = |next| matches!(next, Behind::Function | Behind::Attached | Behind::Definite);
    vocabulary().is_verb(block, at) && before(block, so_far.from) == Before::None && takes(behind(block, at + 1))
}

/// «تفقد الوزير سامر منصور حواجز الطريق», «… معرضا فنيا»: behind a first and a last name the object of the verb before them, with
/// its genitive or its adjective.
pub(super) fn is_object(block: &Block, at: usize, so_far: SoFar) -> bool {
    let accusative = |at: usize| block.is_word(at) && block.word(at).ends_with('ا') && block.word(at).len() > SHORT;
    let noun = || match behind(block, at + 1) {
        Behind::Definite => is_broken_plural(block.word(at)),
        Behind::Noun => accusative(at) && accusative(at + 1),
        _ => false,
    };
    so_far.opened && so_far.units > 1 && so_far.known && noun() && before(block, so_far.from) == Before::Verb
}

/// «حواجز», «مراسم», «شرائح», «مشاريع»: shapes of plurals that hardly a name has.
fn is_broken_plural(word: &str) -> bool {
    let mut letters = word.chars();
    matches!(
        [(); 7].map(|()| letters.next()),
        [Some(_), Some('و'), Some('ا'), Some(_), Some(_), None, _]
            | [Some('م'), Some(_), Some('ا'), Some(_), Some(_), None, _]
            | [Some(_), Some(_), Some('ا'), Some('ء'), Some(_), None, _]
            | [Some('م' | 'ت'), Some(_), Some('ا'), Some(_), Some('ي'), Some(_), None]
    )
}

/// «بحبس فلان خمس سنوات»: a number, and what it counts.
pub(super) fn counts(block: &Block, at: usize) -> bool {
    vocabulary().is_unit(block, at) && behind(block, at + 1) == Behind::Noun
}

/// «شاكراً», «شاكرا قداسة البابا»: what somebody does meanwhile.
pub(super) fn is_circumstance(block: &Block, at: usize, units: usize) -> bool {
    let mut letters = block.word(at).chars();
    let shape = [letters.next(), letters.next(), letters.next(), letters.next(), letters.next(), letters.next()];
    let participle = matches!(shape, [Some(_), Some('ا'), Some(_), Some(_), Some('ا'), None]);
    let word = block.word(at);
    // «تشككه»: what somebody has.
    let own = units > 1 && word.starts_with('ت') && word.len() >= 10 && block.last_letter(at) == Some('ه') && block.orthography.tells_ta;
    // «انتقد فلان تأخر المعالجة»
    let delay = || {
        let mut letters = block.letters(at);
        let opens = letters.next() == Some('ت') && letters.all(|letter| !matches!(letter, 'ا' | 'و' | 'ي' | 'ى' | 'ه' | 'ة'));
        opens && word.chars().count() == 4 && matches!(behind(block, at + 1), Behind::Definite | Behind::Noun)
    };
    has_tanwin(block, at)
        || units > 1 && delay()
        || own
        || units > 1 && participle && matches!(behind(block, at + 1), Behind::Definite | Behind::Noun | Behind::Function | Behind::Attached)
}

/// «شاكراً», «شاكرًا», «نتيجةً»: on the last letter, and one that takes it. Elsewhere it is a slip of the pen.
fn has_tanwin(block: &Block, at: usize) -> bool {
    let source = block.source_word(at);
    block.orthography.tells_nunation && block.word(at).ends_with('ا') && (source.ends_with("ا\u{64b}") || source.ends_with("\u{64b}ا"))
}

fn before(block: &Block, from: usize) -> Before {
    let v = vocabulary();
    // «قال أمس الوزير …», «شارك في القمة الوزير …»
    for at in (from.saturating_sub(VERB_REACH)..from).rev() {
        if !block.is_word(at) || says_that(block, at) {
            break;
        }
        if v.says(block, at) {
            return Before::Saying;
        }
        if v.sort(block, at) == Sort::Verb || block.word(at).starts_with('و') && v.is_verb(block, at) {
            // «ترأس الحفل الوزير …»: it has its object.
            let object = at + 1 < from && v.sort(block, at + 1) == Sort::Other && !v.is_function(block, at + 1);
            return if object { Before::Governor } else { Before::Verb };
        }
    }
    match from.checked_sub(1) {
        Some(at) if block.is_word(at) && !says_that(block, at) && v.is_function(block, at) => Before::Governor,
        _ => Before::None,
    }
}

fn behind(block: &Block, at: usize) -> Behind {
    let v = vocabulary();
    match block.tokens().get(at) {
        Some(token) if token.kind == TokenKind::Word => {}
        // «تخصيص 24 مليون»
        Some(token) if token.kind == TokenKind::Number => return Behind::Noun,
        Some(token) if token.glued && is_mark(block, at, &["-"]) => return Behind::Noun,
        _ => return Behind::Mark,
    }
    if says_that(block, at) {
        return Behind::SaysThat;
    }
    if v.is_function(block, at) {
        return Behind::Function;
    }
    let word = block.word(at);
    if office_at(block, at).is_some_and(|office| !office.bare && !office.clitics.has_any(Clitics::CONJUNCTION.with(Clitics::PREPOSITION))) {
        return Behind::Office;
    }
    if word.starts_with("ال") && v.is_office_word(block, at) {
        return Behind::Definite;
    }
    let attached = block.readings(at).iter().all(|r| r.clitics.has_any(Clitics::CONJUNCTION.with(Clitics::PREPOSITION)));
    match v.sort(block, at) {
        Sort::Given | Sort::Shared | Sort::Kin | Sort::Family | Sort::Second | Sort::Regnal | Sort::Foreign => Behind::Name,
        Sort::Verb => Behind::Verb,
        Sort::Unknown => Behind::Unknown,
        Sort::Definite => Behind::Definite,
        Sort::Place => Behind::Noun,
        _ if word.starts_with('و') && clitic_before_name(block, at).is_some() => Behind::Another,
        _ if attached && !block.readings(at).is_empty() || word.starts_with("وال") || word.starts_with("لل") || word.starts_with("بال") => {
            Behind::Attached
        }
        _ if word.starts_with("ال") || word.ends_with("ها") || word.ends_with("هم") => Behind::Definite,
        _ if word.starts_with('و') => Behind::Attached,
        _ => Behind::Noun,
    }
}

/// «أن», «إنه», «بأنها»: what is said begins, and its verb stands before the name.
pub(super) fn says_that(block: &Block, at: usize) -> bool {
    let word = block.word_at(at);
    matches!(word.strip_prefix('ب').unwrap_or(word), "ان" | "انه" | "انها" | "انهم")
}
