//! Plans on paper: schedules, budgets, progress, projections, comparisons.

use serde_json::{Value, json};

use super::statement::{balance, segment};
use super::words::{both, same, standing, text};
use super::{Page, Part};
use crate::almanac::Beyond;
use crate::amount::Amount;
use crate::calc::allocation::{Allocation, Share, Waiting};
use crate::calc::progress::{Filled, Progress};
use crate::calc::repayment::{Comparison, Repayment, Row};
use crate::calc::schedule::{Instalment, Projection, Rhythm, sum};
use crate::text::{Text, Words};

/// Instalments, one a line.
pub fn schedule(plan: &[Instalment]) -> Page {
    let mut left = sum(plan);
    let total = left;
    let row = |(index, one): (usize, &Instalment)| {
        left = left - one.amount;
        vec![same(index + 1), same(one.due), same(one.amount), same(left)]
    };
    let rows = plan.iter().enumerate().map(row).collect();
    Page {
        title: text("清偿计划", "Repayment plan"),
        parts: vec![
            table(
                text("分期", "Instalments"),
                vec![
                    text("期", "no."),
                    text("到期日", "due"),
                    text("金额（元）", "amount (CNY)"),
                    text("付后尚欠（元）", "left (CNY)"),
                ],
                2,
                rows,
            ),
            Part::Facts(vec![(text("合计（元）", "Total (CNY)"), same(total))]),
        ],
        data: json!({ "instalments": instalments(plan), "total": total.to_string() }),
    }
}

fn table(heading: Text, columns: Vec<Text>, figures: usize, rows: Vec<Vec<Words>>) -> Part {
    Part::Table {
        heading,
        columns,
        figures,
        rows,
    }
}

fn instalments(plan: &[Instalment]) -> Value {
    let one =
        |one: &Instalment| json!({ "due": one.due.to_string(), "amount": one.amount.to_string() });
    plan.iter().map(one).collect()
}

/// A plan with the interest that runs on the way.
pub fn repayment(done: &Repayment) -> Page {
    let cells = |row: &Row| {
        let mut cells = vec![same(row.on), same(row.days)];
        cells.extend([row.interest(), row.to.principal, row.pay, row.left.total()].map(same));
        cells
    };
    let data = |row: &Row| {
        json!({
            "due": row.on.to_string(),
            "amount": row.pay.to_string(),
            "days": row.days,
            "accrued": row.interest().to_string(),
            "to": balance(&row.to),
            "left": balance(&row.left),
            "segments": row.segments.iter().map(segment).collect::<Vec<_>>(),
        })
    };
    Page {
        title: text("清偿计划（含利息）", "Repayment plan with interest"),
        parts: vec![
            table(
                text("分期", "Instalments"),
                vec![
                    text("日期", "date"),
                    text("天数", "days"),
                    text("本期利息（元）", "interest (CNY)"),
                    text("还本金（元）", "principal (CNY)"),
                    text("付款（元）", "pay (CNY)"),
                    text("付后尚欠（元）", "left (CNY)"),
                ],
                1,
                done.rows.iter().map(cells).collect(),
            ),
            Part::Facts(vec![
                (
                    text("利息合计（元）", "Interest in all (CNY)"),
                    same(done.interest()),
                ),
                (
                    text("付款合计（元）", "Paid in all (CNY)"),
                    same(done.paid()),
                ),
                (text("付清日", "Cleared"), cleared(done)),
            ]),
        ],
        data: json!({
            "instalments": done.rows.iter().map(data).collect::<Vec<_>>(),
            "interest_total": done.interest().to_string(),
            "total": done.paid().to_string(),
            "cleared": done.cleared().map(|day| day.to_string()),
            "left": balance(&done.left),
        }),
    }
    .with_remarks(done.beyond.iter().map(Beyond::words).collect())
}

fn cleared(done: &Repayment) -> Words {
    match done.cleared() {
        Some(day) => same(day),
        None => both(
            format!("未能付清，尚欠{}元", done.left.total()),
            format!("not cleared, {} left", done.left.total()),
        ),
    }
}

/// Who gets what of each budget.
pub fn allocation(debts: &[Waiting<'_>], names: &[String], periods: &[Allocation]) -> Page {
    let mut parts = Vec::new();
    for (index, period) in periods.iter().enumerate() {
        let row = |((debt, name), share): ((&Waiting<'_>, &String), &Share)| {
            let state = if share.is_cleared() {
                both("付清", "cleared")
            } else if debt.in_court {
                both("司法程序中", "in court")
            } else {
                same("")
            };
            vec![
                same(debt.id),
                same(name),
                state,
                debt.due.map_or(same("—"), same),
                same(share.payable),
                same(share.paid),
            ]
        };
        let both_names = debts.iter().zip(names);
        parts.push(table(
            text("分配", "Shares"),
            vec![
                text("编号", "debt"),
                text("企业", "firm"),
                text("结果", "result"),
                text("到期日", "due"),
                text("可付（元）", "payable (CNY)"),
                text("本次付（元）", "paid now (CNY)"),
            ],
            3,
            both_names.zip(&period.shares).map(row).collect(),
        ));
        let payable: Amount = period.shares.iter().map(|share| share.payable).sum();
        let count = period
            .shares
            .iter()
            .filter(|share| share.is_cleared())
            .count();
        parts.push(Part::Facts(vec![
            (text("预算期", "Period"), same(index + 1)),
            (
                text("预算（元）", "Budget (CNY)"),
                same(period.paid() + period.unspent),
            ),
            (text("付款（元）", "Paid (CNY)"), same(period.paid())),
            (text("未用（元）", "Unspent (CNY)"), same(period.unspent)),
            (text("付清笔数", "Cleared"), same(count)),
            (
                text("尚欠可付（元）", "Payable left (CNY)"),
                same(payable - period.paid()),
            ),
        ]));
    }
    let period = |period: &Allocation| {
        let share = |(debt, share): (&Waiting<'_>, &Share)| {
            json!({
                "id": debt.id,
                "payable": share.payable.to_string(),
                "paid": share.paid.to_string(),
                "cleared": share.is_cleared(),
            })
        };
        json!({
            "shares": debts.iter().zip(&period.shares).map(share).collect::<Vec<_>>(),
            "paid": period.paid().to_string(),
            "unspent": period.unspent.to_string(),
        })
    };
    Page {
        title: text("预算分配", "A budget shared"),
        parts,
        data: json!({ "periods": periods.iter().map(period).collect::<Vec<_>>() }),
    }
}

/// A plan against what was paid.
pub fn progress(stands: &Progress) -> Page {
    let row = |one: &Filled| {
        let (words, _) = standing(one.standing);
        vec![
            same(one.due),
            words,
            same(one.amount),
            same(one.applied),
            same(one.amount - one.applied),
        ]
    };
    let data = |one: &Filled| {
        json!({
            "due": one.due.to_string(),
            "amount": one.amount.to_string(),
            "applied": one.applied.to_string(),
            "status": standing(one.standing).1,
        })
    };
    let achievement = stands.achievement().map(|percent| percent.to_string());
    let shown = achievement
        .clone()
        .map_or("—".to_owned(), |percent| percent + "%");
    Page {
        title: text("计划执行情况", "Plan against payments"),
        parts: vec![
            table(
                text("分期", "Instalments"),
                vec![
                    text("到期日", "due"),
                    text("状态", "status"),
                    text("计划（元）", "planned (CNY)"),
                    text("已付（元）", "paid (CNY)"),
                    text("未付（元）", "unpaid (CNY)"),
                ],
                2,
                stands.instalments.iter().map(row).collect(),
            ),
            Part::Facts(vec![
                (
                    text("截至今日应付（元）", "Planned to date (CNY)"),
                    same(stands.planned),
                ),
                (
                    text("截至今日已付（元）", "Paid to date (CNY)"),
                    same(stands.actual),
                ),
                (
                    text("差额（元）", "Difference (CNY)"),
                    same(stands.variance()),
                ),
                (text("完成比例", "Achieved"), same(shown.as_str())),
                (
                    text("逾期未付（元）", "Overdue (CNY)"),
                    same(stands.overdue),
                ),
                (text("多付（元）", "Prepaid (CNY)"), same(stands.prepaid)),
            ]),
        ],
        data: json!({
            "instalments": stands.instalments.iter().map(data).collect::<Vec<_>>(),
            "planned_to_date": stands.planned.to_string(),
            "actual_to_date": stands.actual.to_string(),
            "variance": stands.variance().to_string(),
            "achievement_percent": achievement,
            "overdue_amount": stands.overdue.to_string(),
            "prepaid_unapplied": stands.prepaid.to_string(),
        }),
    }
}

/// When a debt is cleared at so much a time.
pub fn projection(ahead: Option<&Projection>, rhythm: Rhythm) -> Page {
    let day = ahead.and_then(|ahead| ahead.cleared(rhythm));
    let facts = match ahead {
        None => vec![(
            text("付清日", "Cleared"),
            both("每期为0，无法付清", "never: nothing is paid"),
        )],
        Some(ahead) => vec![
            (text("期数", "Payments"), same(ahead.periods)),
            (text("付清日", "Cleared"), day.map_or(same("—"), same)),
            (text("末期（元）", "Last payment (CNY)"), same(ahead.last)),
        ],
    };
    Page {
        title: text("清偿预测", "Projection"),
        parts: vec![Part::Facts(facts)],
        data: json!({
            "periods": ahead.map(|ahead| ahead.periods),
            "cleared": day.map(|day| day.to_string()),
            "last_payment": ahead.map(|ahead| ahead.last.to_string()),
        }),
    }
}

/// Two plans side by side.
pub fn comparison(first: &Repayment, second: &Repayment, compared: &Comparison) -> Page {
    let row =
        |name: Text, of: &dyn Fn(&Repayment) -> Words| vec![name.into(), of(first), of(second)];
    let earlier = compared.days_earlier.map_or(same("—"), |days| {
        if days < 0 {
            both(format!("晚{}天", -days), format!("{} days later", -days))
        } else {
            both(format!("早{days}天"), format!("{days} days earlier"))
        }
    });
    let side = |done: &Repayment| {
        json!({
            "cleared": done.cleared().map(|day| day.to_string()),
            "instalments": done.rows.len(),
            "interest_total": done.interest().to_string(),
            "total": done.paid().to_string(),
            "left": balance(&done.left),
        })
    };
    let told = second.beyond.or(first.beyond);
    Page {
        title: text("两个方案对比", "Two plans compared"),
        parts: vec![
            table(
                text("对比", "Side by side"),
                vec![
                    text("项目", "what"),
                    text("方案一", "first"),
                    text("方案二", "second"),
                ],
                1,
                vec![
                    row(text("付清日", "cleared"), &cleared),
                    row(text("期数", "instalments"), &|done| same(done.rows.len())),
                    row(text("利息（元）", "interest (CNY)"), &|done| {
                        same(done.interest())
                    }),
                    row(text("付款（元）", "paid (CNY)"), &|done| {
                        same(done.paid())
                    }),
                ],
            ),
            Part::Facts(vec![
                (text("方案二付清", "The second clears"), earlier),
                (
                    text("方案二节省利息（元）", "Interest it saves (CNY)"),
                    same(compared.interest_saved),
                ),
            ]),
        ],
        data: json!({
            "first": side(first),
            "second": side(second),
            "days_earlier": compared.days_earlier,
            "interest_saved": compared.interest_saved.to_string(),
            "paid_less": compared.paid_less.to_string(),
        }),
    }
    .with_remarks(told.map(|beyond| vec![beyond.words()]).unwrap_or_default())
}
