//! Officials in sentences of our own: `officials.tsv`, through the public interface.

mod table;

use isnad::analysis::Analysis;
use isnad::{OffsetUnit, analyze};
use table::{Checked, words};

/// `kind name @ office, name @ - ; …`, as the table writes it.
fn told(text: &str, analysis: &Analysis) -> String {
    let people = analysis.officials.iter().map(|official| {
        let mentions = official.mentions.iter().map(|mention| {
            let office = mention.office.map_or("-", |office| words(text, Some(office)));
            format!("{} @ {office}", words(text, Some(mention.range())))
        });
        format!("{} {}", table::label(official.kind), mentions.collect::<Vec<_>>().join(", "))
    });
    people.collect::<Vec<_>>().join(" ; ")
}

/// Each text, and its officials as the table has them.
fn cases() -> impl Iterator<Item = (&'static str, &'static str)> {
    table::cases(include_str!("officials.tsv")).map(|case| (case[0], case.get(1).map_or("", |officials| officials.trim())))
}

#[test]
fn every_case_of_the_table() {
    let mut checked = Checked::default();
    for (text, expected) in cases() {
        let found = told(text, &analyze(text, OffsetUnit::Byte));
        checked.case(found == expected, text, expected, found);
    }
    checked.all_right(600);
}

/// Names of every make; none may fare better than another.
const NAMES: [&str; 30] = [
    "سامر الحلبي",
    "عبد الرحمن بن خالد الهاشمي",
    "فاطمة الزهراء بنعيسى",
    "محمد ولد سيدي",
    "مولاي إدريس العلوي",
    "حسين أحمد عبدالله",
    "علي ناصر محمد",
    "نورة بنت سعود آل فيصل",
    "أبو بكر عمر كيتا",
    "مصطفى شاهين",
    "آزاد بارزنجي",
    "كمال أوزتورك",
    "محمود رضائي نجاد",
    "عمران خليل زاده",
    "راجيف شارما",
    "تشن وي مينغ",
    "كيم جونغ هوان",
    "هيروشي تاناكا",
    "نغوين فان هونغ",
    "ليونيد كارباتوف",
    "يوليا ستيبانينكو",
    "يانوش نوفاك",
    "يوهان فان دير بيرغ",
    "جيمس أوكونور",
    "إيزابيل دي لا كروز",
    "جواو بيريرا دوس سانتوس",
    "فرانسوا-كزافييه ديلاكور",
    "ألكسيس بابادوبولوس",
    "أولوسيغون أديبايو",
    "هايلي تسفاي غبريمريم",
];

#[test]
fn whoever_it_is() {
    let mut checked = Checked::default();
    for (text, expected) in cases().filter(|(_, expected)| expected.matches(" @ ").count() == 1) {
        let name = expected.split_once(' ').and_then(|(_, rest)| rest.split_once(" @ ")).expect("kind name @ office").0;
        // A name known by itself, or spelled out in the office, has no other in its place.
        if expected.ends_with("@ -") || !name.contains(' ') || text.matches(name).count() != 1 {
            continue;
        }
        for other in NAMES {
            let (text, expected) = (text.replace(name, other), expected.replacen(name, other, 1));
            let found = told(&text, &analyze(&text, OffsetUnit::Byte));
            checked.case(found == expected, &text, expected, found);
        }
    }
    checked.all_right(1000);
}

/// Name and nisba (masculine singular) of countries.
const COUNTRIES: [(&str, &str); 28] = [
    ("فرنسا", "فرنسي"),
    ("مصر", "مصري"),
    ("العراق", "عراقي"),
    ("السودان", "سوداني"),
    ("ليبيا", "ليبي"),
    ("تونس", "تونسي"),
    ("المغرب", "مغربي"),
    ("الجزائر", "جزائري"),
    ("موريتانيا", "موريتاني"),
    ("سوريا", "سوري"),
    ("لبنان", "لبناني"),
    ("الأردن", "أردني"),
    ("فلسطين", "فلسطيني"),
    ("إسرائيل", "إسرائيلي"),
    ("الكويت", "كويتي"),
    ("قطر", "قطري"),
    ("إيران", "إيراني"),
    ("تركيا", "تركي"),
    ("روسيا", "روسي"),
    ("أوكرانيا", "أوكراني"),
    ("الولايات المتحدة", "أميركي"),
    ("بريطانيا", "بريطاني"),
    ("ألمانيا", "ألماني"),
    ("الصين", "صيني"),
    ("اليابان", "ياباني"),
    ("الهند", "هندي"),
    ("إثيوبيا", "إثيوبي"),
    ("كازاخستان", "كازاخستاني"),
];

/// Every country's name and nisba in the text becomes the other's; `None` if it names none of the list.
fn moved(text: &str, from: (&str, &str), to: (&str, &str)) -> Option<String> {
    let mut moved: Vec<String> = text.split(' ').map(str::to_owned).collect();
    let mut any = false;
    for word in &mut moved {
        let end = word.trim_end_matches(['.', '،', ')', ';', ',']).len();
        let (core, mark) = (&word[..end], &word[end..]);
        let nisba = |adjective: &str, other: &str| -> Option<String> {
            (core == format!("ال{adjective}"))
                .then(|| format!("ال{other}"))
                .or_else(|| (core == format!("ال{adjective}ة")).then(|| format!("ال{other}ة")))
        };
        let image = if core == from.0 { Some(to.0.to_owned()) } else { nisba(from.1, to.1) };
        if let Some(image) = image {
            *word = format!("{image}{mark}");
            any = true;
        }
    }
    any.then(|| moved.join(" "))
}

#[test]
fn wherever_it_is() {
    let mut checked = Checked::default();
    for (text, expected) in cases() {
        for from in COUNTRIES {
            for to in COUNTRIES {
                let Some(text) = moved(text, from, to) else { continue };
                let expected = moved(expected, from, to).unwrap_or_else(|| expected.to_owned());
                let found = told(&text, &analyze(&text, OffsetUnit::Byte));
                checked.case(found == expected, &text, expected, found);
            }
        }
    }
    checked.all_right(1000);
}

/// Each letter of a text by `image`, which gets the letter and whether it ends its word.
fn respelled(text: &str, image: impl Fn(char, bool) -> String) -> String {
    let letters: Vec<char> = text.chars().collect();
    let last = |i: usize| letters.get(i + 1).is_none_or(|next| !next.is_alphabetic());
    letters.iter().enumerate().map(|(i, &letter)| image(letter, last(i))).collect()
}

fn is_arabic(letter: char) -> bool {
    ('ء'..='ي').contains(&letter)
}

/// Joins the letter after it.
fn joins(letter: char) -> bool {
    is_arabic(letter) && !"ءاأإآؤدذرزوة".contains(letter)
}

#[test]
fn however_it_is_spelt() {
    type Image = fn(char, bool) -> String;
    let spellings: [(&str, Image); 5] = [
        ("with diacritics", |letter, _| if is_arabic(letter) { format!("{letter}\u{64e}") } else { letter.into() }),
        ("with tatweel", |letter, last| if joins(letter) && !last { format!("{letter}ـ") } else { letter.into() }),
        ("without hamza", |letter, _| if matches!(letter, 'أ' | 'إ') { 'ا' } else { letter }.into()),
        ("with ى for ي", |letter, last| if last && letter == 'ي' { 'ى' } else { letter }.into()),
        ("with ه for ة", |letter, last| if last && letter == 'ة' { 'ه' } else { letter }.into()),
    ];
    let mut checked = Checked::default();
    for (how, image) in spellings {
        for (text, expected) in cases() {
            // «على» and «والى» are prepositions sooner, where one sentence is all there is to judge by.
            if how.starts_with("with ى") && text.split(' ').any(|word| matches!(word, "علي" | "والي")) {
                continue;
            }
            let (text, expected) = (respelled(text, image), respelled(expected, image));
            let found = told(&text, &analyze(&text, OffsetUnit::Byte));
            checked.case(found == expected, &format!("{how}: {text}"), expected, found);
        }
    }
    checked.all_right(1000);
}
