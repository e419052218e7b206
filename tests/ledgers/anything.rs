//! Any ledger at all: what clerks type, what they mistype, and what other programs add.

use arrears_ledger::almanac::Rate;
use arrears_ledger::amount::{Amount, Unit};
use arrears_ledger::json::Tree;
use arrears_ledger::ledger::cell::Kind;
use arrears_ledger::ledger::fields::{Extra, Record};
use arrears_ledger::ledger::{Change, Confirmation, Entry, Header, Instalment, Ledger, Payment};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::select;

/// So many cases of a property, or `PROPTEST_CASES`; and no file beside the tests when one fails.
pub(crate) fn cases(cases: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok();
    ProptestConfig {
        cases: asked.and_then(|asked| asked.parse().ok()).unwrap_or(cases),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// A text that is never blank, of letters that have caused trouble before.
pub(crate) fn words() -> impl Strategy<Value = String> {
    let letter = select(
        "叶县龙泉乡（）()“”'\"\\/,，、;\t\n　 aB7.-#：é\u{feff}\u{1f600}\u{7f}"
            .chars()
            .collect::<Vec<_>>(),
    );
    vec(letter, 1..12)
        .prop_map(|letters| letters.into_iter().collect::<String>())
        .prop_filter("blank", |text| !text.trim().is_empty())
}

/// Money as one cell may hold it.
pub(crate) fn amount() -> impl Strategy<Value = Amount> {
    let most = Amount::MAX.fen();
    prop_oneof![
        Just(0),
        Just(1),
        Just(most),
        Just(-most),
        0..100_000_000_i64,
        -most..=most
    ]
    .prop_map(Amount::from_fen)
}

/// A text its column can read.
pub(crate) fn readable(kind: Kind) -> BoxedStrategy<String> {
    let day = || (1950..2190_u32, 1..=12_u32, 1..=28_u32);
    let on = |(year, month, day)| format!("{year}-{month:02}-{day:02}");
    match kind {
        Kind::Text { max } => words()
            .prop_map(move |text| text.chars().take(max).collect())
            .boxed(),
        Kind::Amount => amount().prop_map(|amount| amount.to_string()).boxed(),
        Kind::Rate => (0..=9_999_999_999_i64)
            .prop_map(|parts| Rate::from_e8(parts).to_string())
            .boxed(),
        Kind::Date => day().prop_map(on).boxed(),
        Kind::Month => prop_oneof![
            day().prop_map(on),
            day().prop_map(|(year, month, _)| format!("{year}年{month}月")),
        ]
        .boxed(),
        Kind::Uscc => "[0-9A-H]{16}[J-NP-R]{2}".boxed(),
        Kind::Flag => select(vec!["是", "否", "√", "true"])
            .prop_map_into()
            .boxed(),
        Kind::Count => any::<u32>().prop_map(|count| count.to_string()).boxed(),
        Kind::Choice { options } => select(options)
            .prop_flat_map(|one| select(vec![one.code(), one.label().zh, one.label().en]))
            .prop_map_into()
            .boxed(),
        Kind::Choices { options } => vec(select(options), 1..4)
            .prop_map(|some| {
                some.iter()
                    .map(|one| one.label().zh)
                    .collect::<Vec<_>>()
                    .join("、")
            })
            .boxed(),
    }
}

/// What a clerk may type into a column: mostly what belongs there, sometimes anything.
pub(crate) fn typed(kind: Kind) -> BoxedStrategy<String> {
    let mistyped = select(vec![
        "",
        " ",
        "约12万",
        "####",
        "9.14104E+17",
        "43617",
        "去年",
        "、",
    ]);
    prop_oneof![
        6 => readable(kind),
        1 => mistyped.prop_map_into::<String>(),
        1 => words(),
    ]
    .boxed()
}

/// Members another program may have added: names of its own, any JSON.
pub(crate) fn extra() -> impl Strategy<Value = Extra> {
    let value = prop_oneof![
        Just(Tree::Null),
        any::<bool>().prop_map(Tree::Flag),
        (-9_007_199_254_740_991..=9_007_199_254_740_991_i64).prop_map(Tree::Number),
        words().prop_map(Tree::Text),
        vec(words().prop_map(Tree::Text), 0..3).prop_map(Tree::List),
        words().prop_map(|text| Tree::map([("里", Tree::Text(text))])),
    ];
    let name = words().prop_map(|name| format!("另{name}"));
    proptest::collection::btree_map(name, value, 0..3).prop_map(|members| {
        let member = |(name, value): (String, Tree)| (name.into(), value.canonical().into());
        let mut extra: Extra = members.into_iter().map(member).collect();
        extra.sort_by_key(|(name, _)| name.encode_utf16().collect::<Vec<_>>());
        extra
    })
}

/// A record of which some cells are filled.
fn record<R: Record + std::fmt::Debug>() -> BoxedStrategy<R> {
    let cells: Vec<_> = R::FIELDS
        .iter()
        .map(|field| weighted(0.4, typed(R::spec(*field).kind)))
        .collect();
    (cells, extra())
        .prop_map(|(cells, extra)| {
            let mut record = R::default();
            for (field, text) in R::FIELDS.iter().zip(cells) {
                record.set(*field, text.as_deref().unwrap_or_default(), Unit::Yuan);
            }
            *record.extra_mut() = extra;
            record
        })
        .boxed()
}

/// A debt with whatever hangs on it.
pub(crate) fn entry() -> BoxedStrategy<Entry> {
    let instalments = vec(record::<Instalment>(), 0..3);
    let payments = vec(record::<Payment>(), 0..3);
    let changes = vec(record::<Change>(), 0..3);
    (record::<Entry>(), instalments, payments, changes)
        .prop_map(|(mut entry, instalments, payments, changes)| {
            entry.instalments = instalments;
            entry.payments = payments;
            entry.changes = changes;
            entry
        })
        .boxed()
}

/// Debts, each under a number of its own.
pub(crate) fn entries() -> impl Strategy<Value = Vec<Entry>> {
    vec(entry(), 0..5).prop_map(|mut entries| {
        for (row, entry) in entries.iter_mut().enumerate() {
            let field = arrears_ledger::ledger::entry::Field::DebtId;
            entry.set(field, &format!("410422207-2022-06-{row:04}"), Unit::Yuan);
        }
        entries
    })
}

/// Any ledger.
pub(crate) fn ledger() -> impl Strategy<Value = Ledger> {
    let confirmation = ("[A-Z]-[0-9]{2}", words(), "[0-9a-f]{16}", words());
    let confirmations = proptest::collection::btree_set(confirmation, 0..3);
    let digest = weighted(0.3, "[0-9a-f]{64}");
    (
        record::<Header>(),
        entries(),
        1..9_u32,
        digest,
        confirmations,
        extra(),
    )
        .prop_map(
            |(header, entries, revision, previous, confirmations, extra)| {
                let confirmation = |(code, debt_id, values, reason)| Confirmation {
                    code,
                    debt_id,
                    values,
                    reason,
                    extra: vec![("by".into(), "\"张某\"".into())],
                };
                let mut confirmations: Vec<_> =
                    confirmations.into_iter().map(confirmation).collect();
                confirmations.sort_by(|a, b| {
                    (&a.debt_id, &a.code, &a.values).cmp(&(&b.debt_id, &b.code, &b.values))
                });
                Ledger {
                    header,
                    entries,
                    campaign: "yexian-2022".to_owned(),
                    revision,
                    previous,
                    confirmations,
                    extra,
                }
            },
        )
}
