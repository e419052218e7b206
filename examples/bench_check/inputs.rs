//! The files that are measured: drafts as another program would write them, some debts wrong in a way
//! that is known, and the shapes that hurt.

use std::fs;
use std::path::Path;

use arrears_ledger::json::Tree;
use arrears_ledger::limits::FILE_BYTES;
use arrears_ledger::schema;
use arrears_ledger::submission::draft;

use crate::made::{Dice, FULL, SHORT, slipping};

const SEED: u64 = 20_220_609;

/// What is done to a debt; its row, from 0.
type Change = fn(&mut Tree, usize);

/// Each way of being wrong, and how many debts of a thousand are so.
///
/// All are found by JSON Schema and a few plain functions too, so that others can be held to the
/// same findings; what else is wrong with a debt then, only our rules say.
const CLASSES: [(usize, Change); 15] = [
    (5, |debt, _| put(debt, "arrears_amount", "约12万")),
    (5, |debt, _| put(debt, "dispute", "不清楚")),
    (5, |debt, _| put(debt, "due_date", "约")),
    (5, |debt, _| put(debt, "creditor_uscc", "9141")),
    (5, |debt, _| drop(debt.remove("creditor_name"))),
    (5, |debt, _| put(debt, "arrears_amount", "0.00")),
    (5, |debt, _| put(debt, "paid_before", "-1.00")),
    (5, |debt, _| put(debt, "sign_date", "2022-06-12")),
    (5, |debt, _| put(debt, "due_date", "2001-01-01")),
    (5, |debt, _| put(debt, "delivered_on", "2001-01")),
    (5, |debt, _| miscopied(debt)),
    (5, |debt, _| same_party(debt)),
    (5, |debt, _| {
        set(debt, "causes", Tree::List(vec![Tree::text("other")]));
    }),
    (5, |debt, _| put(debt, "dispute", "disputed")),
    (5, |debt, row| put(debt, "debt_id", &number(row / 2))),
];

/// The shapes that hurt.
const SHAPES: [(&str, Change); 3] = [
    ("wrong", |debt, _| {
        put(debt, "arrears_amount", "约12万");
        put(debt, "due_date", "2001-01-01");
        set(debt, "causes", Tree::List(vec![Tree::text("other")]));
        miscopied(debt);
    }),
    ("twin", |debt, _| {
        put(debt, "debt_id", &number(0));
        put(debt, "creditor_name", "叶县万顺商贸有限公司");
        put(debt, "creditor_uscc", "91350100M000100Y43");
        put(debt, "project_name", "办公桌椅采购");
        put(debt, "contract_no", "LQ-2020-1");
        put(debt, "arrears_amount", "135000.00");
        put(debt, "due_date", "2021-05-20");
    }),
    ("one-debtor", |debt, _| {
        put(debt, "debtor_name", "龙泉乡人民政府");
        put(debt, "debtor_type", "gov_organ");
    }),
];

fn put(debt: &mut Tree, key: &str, text: &str) {
    set(debt, key, Tree::text(text));
}

fn set(debt: &mut Tree, key: &str, value: Tree) {
    debt.remove(key);
    if let Tree::Map(members) = debt {
        members.push((key.to_owned(), value));
    }
}

fn number(row: usize) -> String {
    format!("410422207-2022-06-{:04}", row + 1)
}

/// The last letter of the creditor's code is another; no zero, for a code that ends in zeros is
/// taken for one that a spreadsheet rounded.
fn miscopied(debt: &mut Tree) {
    let code = debt.get("creditor_uscc").and_then(Tree::as_text);
    let Some((start, letter)) = code.and_then(|code| code.split_at_checked(17)) else {
        return;
    };
    let other = if letter == "2" { "3" } else { "2" };
    let code = format!("{start}{other}");
    put(debt, "creditor_uscc", &code);
}

fn same_party(debt: &mut Tree) {
    let debtor = debt.get("debtor_name").and_then(Tree::as_text);
    let debtor = debtor.unwrap_or_default().to_owned();
    put(debt, "creditor_name", &debtor);
}

/// The columns a file of so many debts has: a hundred thousand with all of them would be longer than
/// any file that is read, so those have the short form's, as the files they are compared with.
fn keys(is_short: bool) -> Vec<&'static str> {
    if is_short {
        [&SHORT[..], &["debt_id"]].concat()
    } else {
        FULL.to_vec()
    }
}

/// A draft of so many debts that are in order.
fn sound(rows: usize, is_short: bool) -> Tree {
    let keys = keys(is_short);
    let mut tree = Tree::parse(&draft(&slipping(rows, SEED, usize::MAX))).unwrap();
    for debt in debts(&mut tree) {
        if let Tree::Map(members) = debt {
            members.retain(|(key, _)| keys.contains(&key.as_str()));
        }
    }
    tree
}

/// The debts of a draft.
fn debts(tree: &mut Tree) -> &mut [Tree] {
    let Tree::Map(members) = tree else {
        return &mut [];
    };
    let entries = members.iter_mut().find(|(key, _)| key == "entries");
    match entries {
        Some((_, Tree::List(debts))) => debts,
        _ => &mut [],
    }
}

/// A draft with each debt changed.
fn changed(sound: &Tree, change: &mut dyn FnMut(&mut Tree, usize)) -> Tree {
    let mut tree = sound.clone();
    for (row, debt) in debts(&mut tree).iter_mut().enumerate() {
        change(debt, row);
        if let Tree::Map(members) = debt {
            *debt = Tree::map(std::mem::take(members));
        }
    }
    tree
}

fn noisy(sound: &Tree) -> Tree {
    let mut dice = Dice::of(SEED);
    changed(sound, &mut |debt, row| {
        for (permille, change) in CLASSES {
            if dice.below(1_000) < permille {
                change(debt, row);
            }
        }
    })
}

fn keep(folder: &Path, name: &str, text: &str) {
    assert!(
        text.len() <= FILE_BYTES,
        "{name} is longer than any file that is read"
    );
    fs::write(folder.join(name), text).unwrap();
}

/// Writes every file, the schema of submissions, and a stream of debts.
pub(crate) fn write(folder: &Path) {
    keep(folder, "schema.json", &schema::submission());
    for rows in [100, 10_000] {
        let text = noisy(&sound(rows, false)).canonical();
        keep(folder, &format!("noisy-{rows}.json"), &text);
    }
    for rows in [1_000, 100_000] {
        let sound = sound(rows, true);
        for (shape, change) in SHAPES {
            let text = changed(&sound, &mut |debt, row| change(debt, row)).canonical();
            keep(folder, &format!("{shape}-{rows}.json"), &text);
        }
        if rows == 100_000 {
            long(folder, &mut noisy(&sound));
        }
    }
}

/// The longest ledger, and its debts as a stream.
fn long(folder: &Path, noisy: &mut Tree) {
    keep(folder, "noisy-100000.json", &noisy.canonical());
    let lines = debts(noisy).iter().map(|debt| debt.canonical() + "\n");
    keep(folder, "debts.ndjson", &lines.collect::<String>());
}
