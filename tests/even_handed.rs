//! Promise 4: swap the names of two countries, two people or two institutions of one kind in an article, in all their
//! forms, or let women speak for men, and every label stays the same.

#[allow(dead_code)]
#[path = "../src/lexicon/inflection.rs"]
mod inflection;

use inflection::nisba_forms;
use isnad::analysis::{Mention, ReasonCode};
use isnad::{Analysis, OffsetUnit, analyze};
use std::collections::HashMap;

/// Articles with two countries and two people in them; the names are filled in below.
const ARTICLES: [&str; 4] = [
    "وزير الخارجية {A:الـ} {1} يتهم {B} بالتدخل\n\
     قال وزير الخارجية {A:الـ} {1} إن {B} موّلت جماعات مسلحة بنحو 20 مليون دولار، وأكد أن بلاده «لن تصمت».\n\
     ونفى المتحدث باسم الحكومة {B:الـة} هذه الاتهامات، بحسب وكالة الأنباء {B:الـة}.\n\
     وأضاف {1} أن القوات {A:الـة} رصدت تحركات قرب الحدود، فيما أفاد مصدر عسكري {B:ـ} بمقتل خمسة جنود.\n\
     وكان السفير {B:الـ} {2} قد التقى نظيره {A:الـ} في جنيف. وربما يعود {2} إلى {A} الأسبوع المقبل.",
    "منحت {A} منظمات {B:ـة} 12 مليون يورو لدعم الصحافة خلال عام 2019، وفق تقرير رسمي.\n\
     ووزعت السفارة {A:الـة} هذه الأموال على جمعيات محلية في {B}.\n\
     وصرح النائب {2} بأن الدعم {A:الـ} هدفه طبعاً التأثير في الانتخابات {B:الـة}، ورأى مراقبون {B:ـون} أن الأمر مبالغ فيه.\n\
     وزعم {2} أن {A} أنفقت ضعف هذا المبلغ. ورد وزير الإعلام {B:الـ} {1} بأن كل شيء معلن.",
    "في {A} كما في {B} يدفع الفقراء ثمن الأزمة. ولا شك أن سياسات {A} هي التي أدت إلى انهيار العملة {B:الـة}.\n\
     يقول {1}، رئيس الوزراء {A:الـ} السابق، إن {B:الـين} تأخروا كثيراً. ومن المتوقع أن يرتفع العجز.\n\
     وذكرت وسائل إعلام {A:ـة} أن الرئيس {B:الـ} {2} سيقيل الحكومة.",
    "10:15 – وكالة الأنباء {A:الـة} عن مسؤول {B:ـ}: المبعوث سيطرح صيغة جديدة.\n\
     أما وزير الدفاع {A:الـ} {1} فقال إن القوات {B:الـة} قصفت ثلاث قرى، لكن المتحدث باسم الجيش {B:الـ} نفى ذلك.\n\
     وعلمت الصحيفة من مصدر {A:ـ} أن {B} حشدت ألف جندي. وهو ما كذبته الحكومة {B:الـة} في بيان.\n\
     ويرى {2} أن {A} أخطأت. وحسب ما تم تداوله، فإن الاتفاق مع {B} انهار.",
];

/// Name and nisba (masculine singular) of countries whose nisbas take the same endings.
const COUNTRIES: [(&str, &str); 14] = [
    ("فرنسا", "فرنسي"),
    ("إيران", "إيراني"),
    ("السعودية", "سعودي"),
    ("روسيا", "روسي"),
    ("إسرائيل", "إسرائيلي"),
    ("الولايات المتحدة", "أميركي"),
    ("الصين", "صيني"),
    ("قطر", "قطري"),
    ("المغرب", "مغربي"),
    ("الجزائر", "جزائري"),
    ("أوكرانيا", "أوكراني"),
    ("كازاخستان", "كازاخستاني"),
    ("كوبا", "كوبي"),
    ("إثيوبيا", "إثيوبي"),
];

const PEOPLE: [&str; 8] = [
    "سامر الحلبي",
    "ليونيد كارباتوف",
    "عبد الرحمن بن خالد الهاشمي",
    "جيمس أوكونور",
    "محمود رضائي نجاد",
    "يوهان فان دير بيرغ",
    "كمال أوزتورك",
    "تشن وي مينغ",
];

/// How each is named after the first time.
const LAST_NAMES: [&str; 8] = ["الحلبي", "كارباتوف", "الهاشمي", "أوكونور", "رضائي نجاد", "فان دير بيرغ", "أوزتورك", "تشن وي مينغ"];

/// `{A}` is the first country's name, `{A:الـة}` its nisba, definite and feminine; `{1}` the first person.
fn filled(article: &str, countries: [(&str, &str); 2], people: [&str; 2]) -> String {
    let mut text = article.to_owned();
    for (letter, (name, nisba)) in ["A", "B"].into_iter().zip(countries) {
        text = text.replace(&format!("{{{letter}}}"), name);
        let forms: HashMap<&str, String> =
            ["", "ة", "ون", "ين"].into_iter().zip([0, 1, 2, 3].map(|i| nisba_forms(nisba)[i].clone())).collect();
        for (ending, form) in &forms {
            text = text.replace(&format!("{{{letter}:الـ{ending}}}"), &format!("ال{form}"));
            text = text.replace(&format!("{{{letter}:ـ{ending}}}"), form);
        }
    }
    for (number, person) in ["1", "2"].into_iter().zip(people) {
        text = text.replace(&format!("{{{number}}}"), person);
    }
    assert!(!text.contains('{'), "a place is left open: {text}");
    text
}

/// Everything in an analysis that is a label, not a place in the text.
fn labels(analysis: &Analysis) -> Vec<String> {
    let claims = analysis.claims.iter().map(|c| {
        let a = &c.attribution;
        let codes: Vec<_> = c.reasons.iter().map(|r| r.code).collect();
        format!(
            "claim {} {:.6} {:?} {:?} {:?} {:?} {:?} carried {} source {} official {:?} plural {} withheld {} {codes:?}",
            c.level,
            c.score,
            c.kind,
            c.certainty,
            c.quote,
            a.source_type,
            a.stance,
            a.carried,
            a.source.is_some(),
            a.official,
            a.plural,
            a.anonymity.is_some()
        )
    });
    let figures = analysis.figures.iter().map(|f| {
        let slots = [f.donor, f.recipient, f.purpose, f.period].map(|slot| slot.is_some());
        format!("figure {:?} {:?} {:?} {:?} {slots:?} claim {:?}", f.kind, f.min, f.max, f.currency, f.claim)
    });
    let officials = analysis.officials.iter().map(|o| {
        let offices: Vec<_> = o.mentions.iter().map(|m| m.office.is_some()).collect();
        format!("official {:?} {offices:?}", o.kind)
    });
    claims.chain(figures).chain(officials).collect()
}

/// A bare «ريال» is that of the article's country: the currency is a fact about countries and no label.
fn without_currency(analysis: &Analysis) -> Vec<String> {
    let mut analysis = analysis.clone();
    analysis.figures.iter_mut().for_each(|figure| figure.currency = None);
    labels(&analysis)
}

fn assert_same_labels(text: &str, swapped: &str) {
    let (a, b) = (labels(&analyze(text, OffsetUnit::Byte)), labels(&analyze(swapped, OffsetUnit::Byte)));
    assert_eq!(a, b, "\n--- {text}\n--- {swapped}");
}

#[test]
fn countries_are_treated_alike() {
    for article in ARTICLES {
        let people = [PEOPLE[0], PEOPLE[1]];
        let standard = filled(article, [COUNTRIES[0], COUNTRIES[3]], people);
        for a in COUNTRIES {
            for b in COUNTRIES.into_iter().filter(|b| *b != a) {
                assert_same_labels(&standard, &filled(article, [a, b], people));
            }
        }
    }
}

/// What is written on to a name before it.
const CLITICS: [&str; 14] = ["", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك", "فك", "س", "أ"];

/// What a nisba behind it makes a currency of: «ريال سعودي» is another sum than «ريال قطري».
const CURRENCIES: [&str; 8] = ["ريال", "دينار", "درهم", "ليرة", "جنيه", "دولار", "فرنك", "يوان"];

/// Every form of the two countries' names and nisbas in a text becomes that of the other; `None` if it does not name the first.
fn exchanged(text: &str, a: (&str, &str), b: (&str, &str)) -> Option<String> {
    let mut names_first = false;
    let mut behind_currency = false;
    let mut image = |word: &str| -> Option<String> {
        let is_currency = CURRENCIES.iter().any(|currency| word.contains(currency));
        let counted = std::mem::replace(&mut behind_currency, is_currency);
        CLITICS.iter().find_map(|clitics| {
            let bare = word.strip_prefix(clitics)?;
            // ل and an article are لل.
            let with_article = clitics.ends_with('ل').then(|| bare.strip_prefix('ل').map(|bare| format!("ال{bare}"))).flatten();
            let bare = with_article.as_deref().unwrap_or(bare);
            [(a, b), (b, a)].into_iter().find_map(|(from, to)| {
                let image = form_of(bare, from, to).filter(|_| !counted)?;
                names_first |= from == a;
                Some(match image.strip_prefix("ال").filter(|_| clitics.ends_with('ل')) {
                    Some(bare) => format!("{clitics}ل{bare}"),
                    None => format!("{clitics}{image}"),
                })
            })
        })
    };
    let mut exchanged = String::new();
    for piece in text.split_inclusive(|c: char| !c.is_alphabetic()) {
        let end = piece.trim_end_matches(|c: char| !c.is_alphabetic()).len();
        exchanged += &image(&piece[..end]).unwrap_or_else(|| piece[..end].to_owned());
        exchanged += &piece[end..];
    }
    names_first.then_some(exchanged)
}

/// The form of one country's name or nisba as one of the other's.
fn form_of(word: &str, from: (&str, &str), to: (&str, &str)) -> Option<String> {
    if word == from.0 {
        return Some(to.0.to_owned());
    }
    let (article, bare) = word.strip_prefix("ال").map_or(("", word), |bare| ("ال", bare));
    let form = nisba_forms(from.1).iter().position(|form| form == bare)?;
    Some(format!("{article}{}", nisba_forms(to.1)[form]))
}

/// The articles of our own, with those that are annotated.
fn own_articles() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/articles");
    let files = std::fs::read_dir(folder).expect("the folder of articles").map(|file| file.expect("a file").path());
    let mut articles: Vec<String> = files.map(|path| std::fs::read_to_string(path).expect("an article is readable")).collect();
    articles.sort();
    for annotated in [include_str!("gold/panarab.jsonl"), include_str!("gold/money.jsonl"), include_str!("gold/countries.jsonl")] {
        articles.extend(texts(annotated));
    }
    articles
}

fn texts(file: &str) -> impl Iterator<Item = String> {
    file.lines().map(|line| {
        let article: serde_json::Value = serde_json::from_str(line).expect("an object a line");
        article["text"].as_str().expect("a text").to_owned()
    })
}

/// Exchanges that changed a label, and how many were tried.
#[derive(Default)]
struct Tried {
    count: usize,
    uneven: Vec<String>,
}

impl Tried {
    fn exchange(&mut self, what: &str, article: &str, changed: &str, labels: fn(&Analysis) -> Vec<String>) {
        self.count += 1;
        let (a, b) = (labels(&analyze(article, OffsetUnit::Byte)), labels(&analyze(changed, OffsetUnit::Byte)));
        if a != b {
            let first = a.iter().zip(&b).find(|(a, b)| a != b);
            self.uneven.push(match first {
                Some((a, b)) => format!("{what} in {article:.60}\n  {a}\n  {b}"),
                None => format!("{what} in {article:.60}\n  {} labels, then {}", a.len(), b.len()),
            });
        }
    }

    #[track_caller]
    fn assert_even(self, at_least: usize) {
        println!("{} exchanges, {} of them changed a label", self.count, self.uneven.len());
        assert!(self.uneven.is_empty(), "{} of {}:\n{}", self.uneven.len(), self.count, self.uneven.join("\n"));
        assert!(self.count >= at_least, "{} exchanges say little", self.count);
    }
}

/// Each country of an article for `partners` others; another set of these for each article.
fn countries_in(articles: &[String], partners: usize) -> Tried {
    let mut tried = Tried::default();
    for (number, article) in articles.iter().enumerate() {
        for a in COUNTRIES {
            for b in COUNTRIES.into_iter().cycle().skip(number).filter(|b| *b != a).take(partners) {
                // «السعودية» is the country and its nisba: which is meant, the exchange cannot tell.
                let ambiguous = [a, b].iter().any(|country| form_of(country.0, ("", country.1), a).is_some());
                // Of several words it is not found, and what stands for it would be one with it.
                if ambiguous || article.contains(b.0) && b.0.contains(' ') {
                    continue;
                }
                if let Some(changed) = exchanged(article, a, b) {
                    tried.exchange(&format!("{} and {}", a.0, b.0), article, &changed, without_currency);
                }
            }
        }
    }
    tried
}

/// People whose office the text tells, wherever they are named in full or by their last name.
fn people_in(articles: &[String]) -> Tried {
    let mut tried = Tried::default();
    for article in articles {
        let analysis = analyze(article, OffsetUnit::Byte);
        for official in &analysis.officials {
            let known_alone = official.reasons.iter().any(|reason| reason.code == ReasonCode::KnownHolder);
            let last = official.name.rsplit(' ').next().expect("a name has words");
            let words = |m: &Mention| &article[m.start as usize..m.end as usize];
            if known_alone || last == official.name || official.mentions.iter().any(|m| words(m) != official.name && words(m) != last) {
                continue;
            }
            // Somebody who is there already would be one with the other.
            for (person, last_of_person) in PEOPLE.into_iter().zip(LAST_NAMES).filter(|(_, last)| !article.contains(last)) {
                let mut changed = article.clone();
                for mention in official.mentions.iter().rev() {
                    let name = if words(mention) == official.name { person } else { last_of_person };
                    changed.replace_range(mention.start as usize..mention.end as usize, name);
                }
                tried.exchange(&format!("{} and {person}", official.name), article, &changed, labels);
            }
        }
    }
    tried
}

/// Institutions of one kind for one another, wherever one is named.
fn institutions_in(articles: &[String]) -> Tried {
    let mut tried = Tried::default();
    for article in articles {
        for a in INSTITUTIONS.as_flattened() {
            for b in INSTITUTIONS.iter().filter(|kind| kind.contains(a)).flatten().filter(|b| *b != a) {
                if article.contains(a) {
                    let changed = article.replace(a, "\u{1}").replace(b, a).replace('\u{1}', b);
                    tried.exchange(&format!("{a} and {b}"), article, &changed, labels);
                }
            }
        }
    }
    tried
}

#[test]
fn countries_of_whole_articles_are_treated_alike() {
    countries_in(&own_articles(), 8).assert_even(100);
}

#[test]
fn people_of_whole_articles_are_treated_alike() {
    people_in(&own_articles()).assert_even(200);
}

#[test]
fn institutions_of_whole_articles_are_treated_alike() {
    institutions_in(&own_articles()).assert_even(20);
}

/// The same of articles that are not ours to give away: `ARTICLES="one.jsonl other.jsonl" cargo test --test even_handed -- --ignored`,
/// one object with a `text` a line.
#[test]
#[ignore = "needs articles in files that ARTICLES names"]
fn other_articles_are_treated_alike() {
    let paths = std::env::var("ARTICLES").expect("ARTICLES names files");
    let read = |path| std::fs::read_to_string(path).unwrap_or_else(|problem| panic!("{path}: {problem}"));
    let articles: Vec<String> = paths.split_whitespace().flat_map(|path| texts(&read(path)).collect::<Vec<_>>()).collect();
    for tried in [countries_in(&articles, 4), people_in(&articles), institutions_in(&articles)] {
        println!("{} exchanges, {} of them changed a label\n{}", tried.count, tried.uneven.len(), tried.uneven.join("\n"));
    }
}

#[test]
fn people_are_treated_alike() {
    for article in ARTICLES {
        let countries = [COUNTRIES[5], COUNTRIES[11]];
        let standard = filled(article, countries, [PEOPLE[0], PEOPLE[1]]);
        for a in PEOPLE {
            for b in PEOPLE.into_iter().filter(|b| *b != a) {
                assert_same_labels(&standard, &filled(article, countries, [a, b]));
            }
        }
    }
}

/// Articles with two institutions of one kind, `{1}` and `{2}`.
const OF_INSTITUTIONS: [&str; 2] = [
    "{1} تتهم {2} بعرقلة التحقيق\n\
     قالت {1} إن خسائر العام الماضي بلغت 40 مليون دولار، ونفت {2} ذلك. وأضافت أن الأموال صرفت كلها.\n\
     وبحسب {2} فإن التأخير نتج عن إهمال {1}. وحذرت {1} من أن المشاريع ستتوقف.",
    "منحت {1} تسعة ملايين يورو إلى {2} خلال عام 2021. ووفقاً لتقرير أصدرته {2} ارتفع الإنفاق بنسبة 12 في المئة.\n\
     وأعلنت {1}، في بيان، أن {2} «لم تقدم أي كشف بالحسابات». وردت {2} بأن كل شيء معلن.",
];

const INSTITUTIONS: [[&str; 6]; 3] = [
    ["وزارة الصحة", "وزارة المالية", "وزارة التعليم", "وزارة الداخلية", "وزارة الخارجية", "وزارة الزراعة"],
    [
        "منظمة الأغذية والزراعة",
        "منظمة الصحة العالمية",
        "منظمة التجارة العالمية",
        "منظمة العمل الدولية",
        "منظمة التعاون الإسلامي",
        "منظمة الهجرة الدولية",
    ],
    ["حزب العدالة", "حزب العمال", "حزب الأحرار", "حزب الوفد", "حزب الأمة", "حزب الاستقلال"],
];

#[test]
fn institutions_of_one_kind_are_treated_alike() {
    for article in OF_INSTITUTIONS {
        for kind in INSTITUTIONS {
            let with = |a: &str, b: &str| article.replace("{1}", a).replace("{2}", b);
            for a in kind {
                for b in kind.into_iter().filter(|b| *b != a) {
                    assert_same_labels(&with(kind[0], kind[1]), &with(a, b));
                }
            }
        }
    }
}

#[test]
fn men_and_women_are_treated_alike() {
    for (man, woman) in [
        (
            "قال وزير المالية سامر الحلبي إن العجز بلغ 40 مليون دولار. وأضاف أن الأسعار ستتضاعف.",
            "قالت وزيرة المالية سميرة الحلبي إن العجز بلغ 40 مليون دولار. وأضافت أن الأسعار ستتضاعف.",
        ),
        (
            "وأكد الوزير أن المصنع أغلق. وبحسب خبير اقتصادي خسر العمال نصف أجورهم، مشيراً إلى أن السبب هو الإهمال.",
            "وأكدت الوزيرة أن المصنع أغلق. وبحسب خبيرة اقتصادية خسر العمال نصف أجورهم، مشيرة إلى أن السبب هو الإهمال.",
        ),
        (
            "نفى المتحدث باسم الوزارة هذه الاتهامات. وذكر شاهد طلب عدم ذكر اسمه أن خمسة جنود قتلوا. واتهم النائب الحكومة بالكذب.",
            "نفت المتحدثة باسم الوزارة هذه الاتهامات. وذكرت شاهدة طلبت عدم ذكر اسمها أن خمسة جنود قتلوا. واتهمت النائبة الحكومة بالكذب.",
        ),
        (
            "أما الوزير فقال إن العجز بلغ 40 مليون دولار، لكن النائب نفى ذلك.\n- كم خسر المصنع؟\n- خسر 3 ملايين دولار.",
            "أما الوزيرة فقالت إن العجز بلغ 40 مليون دولار، لكن النائبة نفت ذلك.\n- كم خسر المصنع؟\n- خسر 3 ملايين دولار.",
        ),
        (
            "يرى الباحث أن القانون فشل. ويقول الطبيب إن الدواء يضاعف خطر النزف، ويضيف أن المستشفى يعلم ذلك.",
            "ترى الباحثة أن القانون فشل. وتقول الطبيبة إن الدواء يضاعف خطر النزف، وتضيف أن المستشفى يعلم ذلك.",
        ),
    ] {
        assert_same_labels(man, woman);
    }
}
