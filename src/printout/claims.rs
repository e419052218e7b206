//! The debts of a ledger on paper: their interest, the time to sue for them, a payment spread over
//! them.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::statement::{balance, statement};
use super::words::{basis, basis_code, both, no_statement, same, text};
use super::{Page, Part, said, sentence};
use crate::amount::Amount;
use crate::calc::basis::Basis;
use crate::calc::statement::{NoStatement, Statement};
use crate::claims::apply::Spread;
use crate::claims::interest::NoInterest;
use crate::claims::name;
use crate::ledger::Entry;
use crate::ledger::cell::Line as Typed;
use crate::text::{Text, Words};

/// Which debt it is about: its number, who owes whom, for what.
pub(super) fn facts(row: usize, entry: &Entry) -> Vec<(Text, Words)> {
    let [debtor, creditor, project] = parties(entry).map(|text| both(text, text));
    let mut facts = vec![(
        text("欠款编号", "Debt"),
        both(name(row, entry), name(row, entry)),
    )];
    let parties = [
        (text("欠款单位", "Debtor"), debtor),
        (text("被拖欠企业", "Creditor"), creditor),
        (text("项目（合同）名称", "Contract"), project),
    ];
    facts.extend(parties.into_iter().filter(|(_, who)| !who.zh.is_empty()));
    facts
}

/// The same as data.
pub(super) fn named(row: usize, entry: &Entry) -> Value {
    let [debtor, creditor, project] = parties(entry);
    json!({
        "row": row.saturating_add(1),
        "debt_id": name(row, entry),
        "debtor": debtor,
        "creditor": creditor,
        "project": project,
    })
}

pub(super) fn parties(entry: &Entry) -> [&str; 3] {
    [
        entry.debtor_name.as_ref().map_or("", Typed::as_str),
        entry.creditor_name.as_ref().map_or("", Typed::as_str),
        entry.project_name.as_ref().map_or("", Typed::as_str),
    ]
}

/// A debt of a list of interest.
#[derive(Debug, Clone, PartialEq)]
pub struct Line<'a> {
    /// Its row.
    pub row: usize,
    /// The debt.
    pub entry: &'a Entry,
    /// Its statement, or why there is none.
    pub answer: Result<Statement, NoInterest>,
    /// What to know about it.
    pub remarks: Vec<Words>,
}

/// The interest of a ledger: a line a debt, and the total of those whose basis somebody chose.
pub fn interest(lines: &[Line<'_>], as_of: NaiveDate) -> Page {
    let chosen: Vec<&Statement> = lines.iter().flat_map(|one| &one.answer).collect();
    let total: Amount = chosen.iter().map(|one| one.account.interest()).sum();
    let owed: Amount = chosen.iter().map(|one| one.account.owed.interest).sum();
    let open = lines
        .iter()
        .filter(|one| matches!(one.answer, Err(NoInterest::NotChosen(_))))
        .count();
    let lacking = lines.len() - chosen.len() - open;
    let mut page = Page {
        title: text("台账利息汇总", "Interest of a ledger"),
        parts: vec![
            Part::Facts(vec![(text("计算至", "Computed to"), same(as_of))]),
            Part::Table {
                heading: text("逐笔", "Debt by debt"),
                columns: vec![
                    text("欠款编号", "debt"),
                    text("被拖欠企业", "creditor"),
                    text("计息依据", "basis"),
                    text("到期日", "due"),
                    text("天数", "days"),
                    text("计息本金（元）", "principal (CNY)"),
                    text("利息（元）", "interest (CNY)"),
                    text("尚欠合计（元）", "owed in all (CNY)"),
                ],
                figures: 4,
                rows: lines.iter().map(cells).collect(),
            },
            Part::Facts(vec![
                (text("已选定计息依据", "Basis chosen"), debts(chosen.len())),
                (text("利息合计（元）", "Interest in all (CNY)"), same(total)),
                (text("其中尚欠利息（元）", "Of it owed (CNY)"), same(owed)),
                (text("未选定，未计入", "Not chosen, left out"), debts(open)),
                (
                    text("缺少数据，未计入", "Lacking, left out"),
                    debts(lacking),
                ),
            ]),
        ],
        data: json!({
            "as_of": as_of.to_string(),
            "debts": lines.iter().map(data).collect::<Vec<_>>(),
            "chosen": chosen.len(),
            "not_chosen": open,
            "lacking": lacking,
            "interest_total": total.to_string(),
            "interest_owed": owed.to_string(),
        }),
    };
    page.remarks(gathered(lines));
    page
}

fn debts(count: usize) -> Words {
    both(format!("{count}笔"), count.to_string())
}

fn cells(line: &Line<'_>) -> Vec<Words> {
    let [_, creditor, _] = parties(line.entry);
    let id = name(line.row, line.entry);
    let mut cells = vec![both(id.clone(), id), both(creditor, creditor)];
    cells.push(match &line.answer {
        Ok(one) => basis(one.basis),
        Err(why) => no_interest(why),
    });
    cells.extend(match &line.answer {
        Ok(one) => [
            same(one.debt.due),
            same(one.account.all_days()),
            same(one.debt.owed.principal),
            same(one.account.interest()),
            same(one.account.owed.total()),
        ],
        Err(_) => ["—"; 5].map(same),
    });
    cells
}

fn no_interest(why: &NoInterest) -> Words {
    match why {
        NoInterest::NotChosen(suggested) => {
            let said = basis(*suggested);
            both(
                format!("未选定（建议：{}）", said.zh),
                format!("not chosen (suggested: {})", said.en),
            )
        }
        NoInterest::Missing(missing) => missing.words(),
        NoInterest::Statement(NoStatement::Lacks(Basis::LprAtContract)) => {
            both("请补填合同签订时间", "enter the contract date")
        }
        NoInterest::Statement(NoStatement::Lacks(_)) => {
            both("请补填约定逾期年利率", "enter the agreed late rate")
        }
        NoInterest::Statement(why) => no_statement(*why),
    }
}

fn data(line: &Line<'_>) -> Value {
    let mut data = named(line.row, line.entry);
    let answer = match &line.answer {
        Ok(one) => statement(one).data,
        Err(why) => json!({
            "chosen": false,
            "suggested": match why {
                NoInterest::NotChosen(suggested) => Some(basis_code(*suggested)),
                _ => None,
            },
            "fault": sentence(&no_interest(why)),
        }),
    };
    if let (Value::Object(members), Value::Object(answer)) = (&mut data, answer) {
        members.extend(answer);
        members.insert("remarks".to_owned(), said(&line.remarks));
    }
    data
}

/// How many debts a remark names; the rest is counted.
const NAMED: usize = 10;

/// Each remark once, with the debts it is about.
fn gathered(lines: &[Line<'_>]) -> Vec<Words> {
    let mut found: Vec<(&Words, Vec<String>)> = Vec::new();
    for line in lines {
        for remark in &line.remarks {
            let id = name(line.row, line.entry).into_owned();
            match found.iter_mut().find(|(known, _)| *known == remark) {
                Some((_, ids)) => ids.push(id),
                None => found.push((remark, vec![id])),
            }
        }
    }
    let words = |(remark, ids): (&Words, Vec<String>)| {
        let rest = ids.len().saturating_sub(NAMED);
        let named: Vec<&str> = ids.iter().take(NAMED).map(String::as_str).collect();
        let named = named.join("、");
        let (more_zh, more_en) = match rest {
            0 => (String::new(), String::new()),
            rest => (format!("等{}笔", ids.len()), format!(" and {rest} more")),
        };
        both(
            format!("{named}{more_zh}：{}", remark.zh),
            format!("{named}{more_en}: {}", remark.en),
        )
    };
    found.into_iter().map(words).collect()
}

/// A payment spread over debts to one creditor.
pub fn spread(debts: &[(usize, &Entry)], payment: Amount, on: NaiveDate, spread: &Spread) -> Page {
    let shares = || debts.iter().zip(&spread.shares);
    let rows = shares().map(|((row, entry), share)| {
        let id = name(*row, entry);
        let mut cells = vec![both(id.clone(), id), same(share.due)];
        cells.push(if share.is_chosen {
            both(
                format!("年{}%", share.burden),
                format!("{} % a year", share.burden),
            )
        } else {
            both("未选定", "not chosen")
        });
        let applied = &share.applied;
        cells.extend(
            [
                share.owed.total(),
                applied.to.total(),
                applied.to.interest,
                applied.to.principal,
                applied.left.total(),
            ]
            .map(same),
        );
        cells
    });
    let one = |((row, entry), share): (&(usize, &Entry), &crate::claims::apply::Share)| {
        let mut data = named(*row, entry);
        if let Value::Object(members) = &mut data {
            members.insert("due".to_owned(), share.due.to_string().into());
            members.insert("chosen".to_owned(), share.is_chosen.into());
            members.insert("burden_percent".to_owned(), share.burden.to_string().into());
            members.insert("owed_before".to_owned(), balance(&share.owed));
            members.insert("to".to_owned(), balance(&share.applied.to));
            members.insert("left".to_owned(), balance(&share.applied.left));
        }
        data
    };
    let data = json!({
        "on": on.to_string(),
        "payment": payment.to_string(),
        "debts": shares().map(one).collect::<Vec<_>>(),
        "unapplied": spread.surplus.to_string(),
    });
    let mut page = Page {
        title: text("一笔付款的抵充", "One payment over several debts"),
        parts: vec![
            Part::Facts(vec![
                (text("付款日", "Paid on"), same(on)),
                (text("付款（元）", "Paid (CNY)"), same(payment)),
                (
                    text("抵充顺序", "Order"),
                    both(
                        "债务人指定；其次已到期、负担重、先到期，相同的按比例（民法典第560条）；每笔内按第561条或者约定",
                        "as the debtor named; then due, heavier, due earlier, in proportion where equal (Civil Code art. 560); inside each by art. 561 or as agreed",
                    ),
                ),
            ]),
            Part::Table {
                heading: text("逐笔", "Debt by debt"),
                columns: vec![
                    text("欠款编号", "debt"),
                    text("到期日", "due"),
                    text("负担", "burden"),
                    text("付款前尚欠（元）", "owed before (CNY)"),
                    text("抵充（元）", "gets (CNY)"),
                    text("其中利息", "to interest"),
                    text("其中本金", "to principal"),
                    text("付后尚欠（元）", "left (CNY)"),
                ],
                figures: 3,
                rows: rows.collect(),
            },
        ],
        data,
    };
    if Amount::ZERO < spread.surplus {
        let over = spread.surplus;
        page.parts.push(Part::Facts(vec![(
            text("多付（元）", "Over (CNY)"),
            same(over),
        )]));
    }
    page
}
