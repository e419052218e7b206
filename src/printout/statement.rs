//! A statement of computation on paper, and several side by side.

use serde_json::{Value, json};

use super::words::{
    basis, basis_code, both, convention, factor, length, no_statement, order, rate, remark, same,
    source, text,
};
use super::{Page, Part, said, sentence};
use crate::almanac::{Almanac, Beyond};
use crate::calc::accrual::{Segment, Step, total};
use crate::calc::appropriation::{Balance, Part as Owed};
use crate::calc::basis::{Basis, Case, Suggestion};
use crate::calc::interest::Per;
use crate::calc::notes::Note;
use crate::calc::statement::{NoStatement, Statement};
use crate::text::{Text, Words};

/// A statement: what it was computed by, each segment, each payment, the total, and what to know.
pub fn statement(statement: &Statement) -> Page {
    let owed = statement.account.owed;
    let mut parts = vec![Part::Facts(facts(statement))];
    parts.push(Part::Table {
        heading: text("利息", "Interest"),
        columns: vec![
            text("自", "from"),
            text("至（含）", "to (incl.)"),
            text("利率来源", "source"),
            text("天数", "days"),
            text("利率", "rate"),
            text("基数（元）", "base (CNY)"),
            text("利息（元）", "interest (CNY)"),
        ],
        figures: 3,
        rows: segments(statement),
    });
    if !statement.account.steps.is_empty() {
        parts.push(Part::Table {
            heading: text("付款", "Payments"),
            columns: vec![
                text("日期", "date"),
                text("付款", "paid"),
                text("抵费用", "to fees"),
                text("抵利息", "to interest"),
                text("抵本金", "to principal"),
                text("多付", "surplus"),
                text("尚欠利息", "interest left"),
                text("尚欠本金", "principal left"),
            ],
            figures: 1,
            rows: statement.account.steps.iter().map(payment).collect(),
        });
    }
    parts.push(Part::Facts(vec![
        (
            text("利息合计", "Interest in all"),
            same(statement.account.interest()),
        ),
        (text("尚欠费用", "Fees owed"), same(owed.fees)),
        (text("尚欠利息", "Interest owed"), same(owed.interest)),
        (text("尚欠本金", "Principal owed"), same(owed.principal)),
        (text("尚欠合计", "Owed in all"), same(owed.total())),
    ]));
    let remarks: Vec<Words> = statement.remarks.iter().map(remark).collect();
    let mut page = Page {
        title: text("利息计算书", "Statement of interest"),
        parts,
        data: data(statement, &remarks),
    };
    page.remarks(remarks);
    page
}

fn facts(statement: &Statement) -> Vec<(Text, Words)> {
    let Statement { debt, terms, .. } = statement;
    let manner = &terms.manner;
    let first = debt.due.succ_opt().unwrap_or(debt.due);
    let last = if manner.count_last {
        both("计入", "counted")
    } else {
        both("不计入", "not counted")
    };
    let mut facts = vec![(
        text("本金（元）", "Principal (CNY)"),
        same(debt.owed.principal),
    )];
    let before = Balance {
        principal: crate::amount::Amount::ZERO,
        ..debt.owed
    };
    if before != Balance::default() {
        facts.push((text("费用（元）", "Fees (CNY)"), same(before.fees)));
        facts.push((
            text("此前利息（元）", "Interest before (CNY)"),
            same(before.interest),
        ));
    }
    facts.extend([
        (text("到期日", "Due"), same(debt.due)),
        (text("起算日", "First day"), same(first)),
        (text("计算至", "Computed to"), same(statement.as_of)),
        (text("计息依据", "Basis"), basis(statement.basis)),
        (text("计息方法", "Day count"), convention(manner.convention)),
        (text("付款日、截止日", "Last day"), last),
        (
            text("抵充顺序", "Payments go to"),
            order(manner.order, statement.basis),
        ),
        (
            text("取整", "Rounding"),
            both(
                "每段四舍五入到分后相加，单利",
                "each segment half up to the fen, then added; simple interest",
            ),
        ),
    ]);
    facts
}

fn segments(statement: &Statement) -> Vec<Vec<Words>> {
    let manner = statement.terms.manner;
    let row = |one: &Segment| {
        vec![
            same(one.from),
            same(one.last()),
            source(one.source),
            length(one, manner.convention),
            rate(one),
            same(one.base),
            same(one.interest),
        ]
    };
    statement.account.all_segments().map(row).collect()
}

fn payment(step: &Step) -> Vec<Words> {
    let applied = &step.applied;
    let mut cells = vec![same(step.on)];
    cells.extend(
        [
            step.paid,
            applied.to.fees,
            applied.to.interest,
            applied.to.principal,
            applied.surplus,
            applied.left.interest,
            applied.left.principal,
        ]
        .map(same),
    );
    cells
}

pub(super) fn balance(balance: &Balance) -> Value {
    json!({
        "fees": balance.fees.to_string(),
        "interest": balance.interest.to_string(),
        "principal": balance.principal.to_string(),
        "total": balance.total().to_string(),
    })
}

pub(super) fn segment(one: &Segment) -> Value {
    let per = match one.per {
        Per::Day => "day",
        Per::Year => "year",
    };
    json!({
        "from": one.from.to_string(),
        "to": one.last().to_string(),
        "days": one.days,
        "rate_percent": one.rate.to_string(),
        "per": per,
        "source": sentence(&source(one.source)),
        "base": one.base.to_string(),
        "interest": one.interest.to_string(),
    })
}

fn step(step: &Step) -> Value {
    json!({
        "date": step.on.to_string(),
        "paid": step.paid.to_string(),
        "days": step.days,
        "accrued": total(&step.segments).to_string(),
        "to": balance(&step.applied.to),
        "left": balance(&step.applied.left),
        "unapplied": step.applied.surplus.to_string(),
    })
}

fn data(statement: &Statement, remarks: &[Words]) -> Value {
    let Statement { debt, account, .. } = statement;
    let manner = &statement.terms.manner;
    let part = |part: Owed| match part {
        Owed::Fees => "fees",
        Owed::Interest => "interest",
        Owed::Principal => "principal",
    };
    json!({
        "owed_before": balance(&debt.owed),
        "due": debt.due.to_string(),
        "first_day": debt.due.succ_opt().map(|day| day.to_string()),
        "as_of": statement.as_of.to_string(),
        "basis": statement.basis.code(),
        "times": statement.basis.times().map(factor),
        "chosen": statement.is_chosen,
        "convention": manner.convention.code(),
        "count_last_day": manner.count_last,
        "order": manner.order.parts().map(part),
        "segments": account.all_segments().map(segment).collect::<Vec<_>>(),
        "payments": account.steps.iter().map(step).collect::<Vec<_>>(),
        "days": account.all_days(),
        "interest_total": account.interest().to_string(),
        "owed": balance(&account.owed),
        "unapplied": account.surplus().to_string(),
        "remarks": said(remarks),
    })
}

/// The same debt on several bases, one line each, with what the law says for the case.
pub fn side_by_side(
    answers: &[(Basis, Result<Statement, NoStatement>)],
    suggestion: &Suggestion,
) -> Page {
    let row = |(chosen, answer): &(Basis, Result<Statement, NoStatement>)| {
        let [days, interest, owed] = match answer {
            Ok(one) => [
                same(one.account.all_days()),
                same(one.account.interest()),
                same(one.account.owed.total()),
            ],
            Err(_) => [same("—"), same("—"), same("—")],
        };
        let said = match answer {
            Ok(_) => basis(*chosen),
            Err(why) => no_statement(*why),
        };
        vec![
            same(basis_code(*chosen).as_str()),
            said,
            days,
            interest,
            owed,
        ]
    };
    let one = |(chosen, answer): &(Basis, Result<Statement, NoStatement>)| {
        let mut data = match answer {
            Ok(one) => statement(one).data,
            Err(why) => json!({ "basis": chosen.code(), "fault": sentence(&no_statement(*why)) }),
        };
        if let Value::Object(members) = &mut data {
            let is_suggested = *chosen == suggestion.basis;
            members.insert("suggested".to_owned(), is_suggested.into());
        }
        data
    };
    let mut page = Page {
        title: text("计息依据对照", "Bases of interest side by side"),
        parts: vec![Part::Table {
            heading: text(
                "请选定一种，写入该笔账款",
                "Choose one and store it with the debt",
            ),
            columns: vec![
                text("代码", "code"),
                text("计息依据", "basis"),
                text("天数", "days"),
                text("利息（元）", "interest (CNY)"),
                text("尚欠合计（元）", "owed in all (CNY)"),
            ],
            figures: 2,
            rows: answers.iter().map(row).collect(),
        }],
        data: json!({
            "suggestion": suggested(suggestion),
            "alternatives": answers.iter().map(one).collect::<Vec<_>>(),
        }),
    };
    page.remarks(reasons(suggestion));
    page
}

/// What the law says for a case, without figures.
pub fn suggestion(case: &Case, almanac: &Almanac) -> Vec<Words> {
    reasons(&case.suggest(almanac))
}

fn reasons(suggestion: &Suggestion) -> Vec<Words> {
    let said = basis(suggestion.basis);
    let code = basis_code(suggestion.basis);
    let first = both(
        format!("建议：{}（{code}）", said.zh),
        format!("Suggested: {} ({code})", said.en),
    );
    let beyond = suggestion.beyond.iter().map(Beyond::words);
    let note = |note: &&'static Note| {
        both(
            format!("{}（{}）", note.says.zh, note.clause.zh),
            format!("{} ({})", note.says.en, note.clause.en),
        )
    };
    let notes = suggestion.notes.iter().map(note);
    std::iter::once(first).chain(notes).chain(beyond).collect()
}

fn suggested(suggestion: &Suggestion) -> Value {
    let code = |basis: &Basis| basis_code(*basis);
    json!({
        "basis": code(&suggestion.basis),
        "up_to": suggestion.up_to.as_ref().map(code),
        "contested": suggestion.contested.as_ref().map(code),
        "alternatives": suggestion.alternatives.iter().map(code).collect::<Vec<_>>(),
        "unattended": code(&suggestion.unattended),
        "notes": suggestion.notes.iter().map(|note| json!({ "clause": sentence(&note.clause.into()), "says": sentence(&note.says.into()) })).collect::<Vec<_>>(),
    })
}
