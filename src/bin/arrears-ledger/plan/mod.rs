//! `plan`: instalments made, shared out, followed and compared.

mod book;
mod follow;
mod given;
mod make;
mod share;

use arrears_ledger::calc::schedule::Instalment;
use arrears_ledger::text::Words;
use clap::{Subcommand, ValueEnum};
use serde_json::Value;
use std::path::Path;

use crate::input::{bytes, day};
use crate::sums::{Stop, money};

/// 清偿计划：编制、分配预算、对照执行，各期之和与总额分毫不差。 Repayment plans that add up to the fen.
///
/// 金额以元计（500000），也可以带单位（50万元）。用 --format json 打印的计划可以交给 status、replan、compare。
///
/// Plans are made, shared out, followed and compared. Money is in
/// yuan, or with its unit.
#[derive(Subcommand)]
pub(crate) enum Plan {
    /// 分若干期等额清偿。 So many equal instalments.
    Equal(make::Equal),
    /// 每期定额，付清为止。 The same sum each time until the debt is cleared.
    Fixed(make::Fixed),
    /// 按节点清偿：比例或者金额。 Milestones, each a percentage or an amount.
    Milestones(make::Milestones),
    /// 把一期或多期预算分配给台账中的各笔欠款。 Shares one budget, or one after the other, among the debts of a ledger.
    Allocate(share::Allocate),
    /// 按每期付款额预测何时付清。 When a debt is cleared at so much a time.
    Project(make::Project),
    /// 两个方案对比：何时付清、省多少利息。 Holds a second plan against a first: when cleared, interest saved.
    Compare(follow::Compare),
    /// 计划与实际付款对照，付款先抵先到期的一期。 A plan against what was paid: payments fill the instalment due first first.
    Status(follow::Status),
    /// 有一期未付时，重排余下各期。 Plans the rest anew after an instalment was missed.
    Replan(follow::Replan),
}

pub(crate) fn plan(plan: &Plan) -> u8 {
    match plan {
        Plan::Equal(request) => request.output().show(make::equal(request)),
        Plan::Fixed(request) => request.output().show(make::fixed(request)),
        Plan::Milestones(request) => request.output().show(make::milestones(request)),
        Plan::Allocate(request) => request.output().show(share::allocate(request)),
        Plan::Project(request) => request.output().show(make::project(request)),
        Plan::Compare(request) => request.output().show(follow::compare(request)),
        Plan::Status(request) => request.output().show(follow::status(request)),
        Plan::Replan(request) => request.output().show(follow::replan(request)),
    }
}

/// How often.
#[derive(Clone, Copy, ValueEnum)]
enum Every {
    /// 按月。
    Month,
    /// 按季。
    Quarter,
    /// 每半年。
    HalfYear,
    /// 按年。
    Year,
}

impl Every {
    const fn months(self) -> u16 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::Year => 12,
        }
    }
}

/// The instalments of a plan that was printed as JSON.
fn read_plan(file: &Path) -> Result<Vec<Instalment>, Stop> {
    let name = file.display();
    let bytes = bytes(file).map_err(|why| Stop::unreadable(&format!("{name}: {why}")))?;
    let read: Option<Value> = serde_json::from_slice(&bytes).ok();
    let list = read
        .as_ref()
        .and_then(|read| read.get("instalments")?.as_array());
    let instalments = list.map(|list| list.iter().map(instalment).collect());
    instalments.flatten().ok_or_else(|| {
        Stop::unreadable(&format!(
            "{name}: 应为 plan … --format json 打印的计划 (expected a plan printed with --format json)"
        ))
    })
}

fn instalment(one: &Value) -> Option<Instalment> {
    let text = |key| one.get(key).and_then(Value::as_str);
    Some(Instalment {
        due: day(text("due")?).ok()?,
        amount: money(text("amount")?).ok()?,
    })
}

/// The same sentence in both languages, where it is one already.
fn words(zh: &str, en: &str) -> Words {
    Words {
        zh: zh.to_owned(),
        en: en.to_owned(),
    }
}
