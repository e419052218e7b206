//! H-16: a column or member this version does not know. It is kept and goes back out as it came,
//! but nothing looks into it; one finding a name, where the name is first met.

use crate::campaign::Context;
use crate::ledger::{Child, Ledger, Sums};
use crate::rule::{Finding, rule};

rule! {
    "未识别的列", "unknown column"
    (name: String)
    code: "H-16", severity: Warning, check: [Ledger(check)],
    reads: [],
    basis: "T10",
    message: "未识别的列“{name}”，已原样保留，不参与校验", "unknown column “{name}”: kept as it is, not checked",
    repair: "属于台账栏目的改用标准列名；本单位自用的说明后确认", "use the standard heading, or confirm that it is the unit's own column",
    fails: r#"{ "header": {}, "entries": [{ "开户行": "某银行叶县支行" }] }"#,
    passes: r#"{ "header": {}, "entries": [{ "remark": "某银行叶县支行" }] }"#,
}

/// Longer names are cut in the message.
const SHOWN: usize = 40;

fn check(ledger: &Ledger, _: &Sums, _: &Context<'_>) -> Vec<Finding> {
    let mut met: Vec<Met<'_>> = Vec::new();
    meet(&mut met, &ledger.extra, None);
    meet(&mut met, &ledger.header.extra, None);
    for (row, entry) in ledger.entries.iter().enumerate() {
        meet(&mut met, &entry.extra, Some(row));
        for table in Child::ALL {
            for one in entry.children(table) {
                meet(&mut met, one.extra(), Some(row));
            }
        }
    }
    // Sorted by name, then by row with the file first, the first of each name is where it is met.
    met.sort_unstable();
    met.dedup_by_key(|(name, _)| *name);
    met.into_iter().map(unknown).collect()
}

/// A name, and the row it stands in.
type Met<'a> = (&'a str, Option<usize>);

fn meet<'a>(met: &mut Vec<Met<'a>>, extra: &'a [(Box<str>, Box<str>)], row: Option<usize>) {
    met.extend(extra.iter().map(|(name, _)| (&**name, row)));
}

fn unknown((name, row): Met<'_>) -> Finding {
    let unknown = finding((), (name.chars().take(SHOWN).collect(),));
    match row {
        Some(row) => unknown.row(row),
        None => unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::Campaign;
    use crate::ledger::Entry;
    use crate::ledger::entry::Rest;
    use chrono::NaiveDate;

    #[test]
    fn a_name_is_told_once() {
        let with = |name: &str| Entry {
            rest: Rest {
                extra: vec![(name.into(), "1".into())],
                ..Rest::default()
            }
            .into(),
            ..Entry::default()
        };
        let ledger = Ledger {
            entries: vec![with("甲"), with("乙"), with("甲")],
            extra: vec![("乙".into(), "1".into())],
            ..Ledger::default()
        };
        let campaign = Campaign::yexian_2022();
        let context = Context::new(&campaign, NaiveDate::default());
        let rows: Vec<_> = check(&ledger, &Sums::default(), &context)
            .iter()
            .map(|f| f.at.row)
            .collect();
        assert_eq!(rows, [None, Some(0)]);
    }
}
