//! What calculations answer, in words.

use crate::almanac::Rate;
use crate::amount::Amount;
use crate::calc::accrual::Segment;
use crate::calc::appropriation::{Order, Part};
use crate::calc::basis::Basis;
use crate::calc::cautions::Caution;
use crate::calc::course::{NoRate, Source};
use crate::calc::interest::{Convention, Per, months_and_days};
use crate::calc::progress::Standing;
use crate::calc::replanning::NoDayLeft;
use crate::calc::split::NotSplit;
use crate::calc::statement::{NoStatement, Remark};
use crate::limits;
use crate::text::{Text, Words};

/// The same in both languages: figures, days, names.
pub(super) fn same(value: impl ToString + Copy) -> Words {
    let text = value.to_string();
    Words {
        zh: text.clone(),
        en: text,
    }
}

pub(super) fn both(zh: impl Into<String>, en: impl Into<String>) -> Words {
    Words {
        zh: zh.into(),
        en: en.into(),
    }
}

pub(super) const fn text(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

/// A multiple as people write it: 1.3, of which [`Rate`] prints the hundredfold.
pub(super) fn factor(times: Rate) -> String {
    Rate::from_e8(times.e8() / 100).to_string()
}

/// What a basis is.
pub fn basis(basis: Basis) -> Words {
    let times = basis.times().map(factor).unwrap_or_default();
    match basis {
        Basis::NoInterest => both("不计利息，只记本金", "no interest, principal only"),
        Basis::Agreed => both("约定利率", "the agreed rate"),
        Basis::LprAtContract => both(
            "合同订立时一年期LPR（约定利率的下限）",
            "the one-year LPR of the contract's day (the floor of what may be agreed)",
        ),
        Basis::Statutory => both("每日利率万分之五", "0.05 % a day"),
        Basis::SamePeriod(_) => both(
            format!("同期一年期LPR（2019-08-20以前为贷款基准利率）×{times}，浮动"),
            format!(
                "the one-year LPR of the time (before 2019-08-20 the benchmark) × {times}, floating"
            ),
        ),
        Basis::Sale(_) => both(
            format!("违约时一年期LPR×{times}，固定（2019-08-20以前违约的，同期利率×{times}）"),
            format!(
                "the one-year LPR of the first day overdue × {times}, fixed (overdue before 2019-08-20: the rate of the time × {times})"
            ),
        ),
        Basis::SamePeriodThenStatutory(_) => both(
            format!("2020-08-31以前同期利率×{times}，之后每日万分之五（有争议）"),
            format!(
                "until 2020-08-31 the rate of the time × {times}, then 0.05 % a day (contested)"
            ),
        ),
        Basis::SaleThenStatutory(_) => both(
            format!("2020-08-31以前违约时LPR×{times}，之后每日万分之五（有争议）"),
            format!(
                "until 2020-08-31 the LPR of the first day overdue × {times}, then 0.05 % a day (contested)"
            ),
        ),
        Basis::Doubled => both(
            "迟延履行期间加倍部分利息，每日万分之一点七五（民事诉讼法第264条；法释〔2014〕8号第1条）",
            "the doubled part of interest on a judgment not carried out, 0.0175 % a day (Civil Procedure Law art. 264; Fa Shi [2014] No. 8, art. 1)",
        ),
    }
}

/// A basis in a column of a table.
pub(super) fn basis_code(basis: Basis) -> String {
    match basis.times() {
        Some(times) => format!("{} ×{}", basis.code(), factor(times)),
        None => basis.code().to_owned(),
    }
}

pub(super) fn convention(convention: Convention) -> Words {
    match convention {
        Convention::Act365 => both("实际天数/365", "actual days / 365"),
        Convention::Act360 => both("实际天数/360", "actual days / 360"),
        Convention::Months => both(
            "整月按月（年利率/12），零头天数/360",
            "whole months (a twelfth of a year each), days left over / 360",
        ),
    }
}

pub(super) fn order(order: Order, basis: Basis) -> Words {
    let name = |part: Part| match part {
        Part::Fees => text("费用", "fees"),
        Part::Interest => text("利息", "interest"),
        Part::Principal => text("本金", "principal"),
    };
    let names = order.parts().map(name);
    let suffix = if order == Order::LAW {
        text("（民法典第561条）", " (Civil Code art. 561)")
    } else if order == basis.order() {
        text("（法释〔2014〕8号第4条）", " (Fa Shi [2014] No. 8, art. 4)")
    } else {
        text("（按约定）", " (as agreed)")
    };
    both(
        names.map(|name| name.zh).join("、") + suffix.zh,
        names.map(|name| name.en).join(", ") + suffix.en,
    )
}

pub(super) fn rate(segment: &Segment) -> Words {
    match segment.per {
        Per::Year => both(
            format!("年{}%", segment.rate),
            format!("{} % a year", segment.rate),
        ),
        Per::Day => both(
            format!("日{}%", segment.rate),
            format!("{} % a day", segment.rate),
        ),
    }
}

/// The days of a segment as they were counted.
pub(super) fn length(segment: &Segment, convention: Convention) -> Words {
    if (segment.per, convention) != (Per::Year, Convention::Months) {
        return same(segment.days);
    }
    let (months, days) = months_and_days(segment.from, segment.until);
    both(
        format!("{months}个月{days}天"),
        format!("{months} m {days} d"),
    )
}

pub(super) fn source(source: Source) -> Words {
    let times = |times: Rate| {
        if times == Rate::ONE {
            String::new()
        } else {
            format!("×{}", factor(times))
        }
    };
    match source {
        Source::NoInterest => both("不计息", "none"),
        Source::Agreed => both("约定", "agreed"),
        Source::Statutory(from) => both(
            format!("条例（{from}起施行）"),
            format!("Regulation in force from {from}"),
        ),
        Source::Doubled(from) => both(
            format!("法释〔2014〕8号（{from}起施行）"),
            format!("Fa Shi [2014] No. 8, in force from {from}"),
        ),
        Source::Lpr(day, by) => both(
            format!("{day}公布的LPR{}", times(by)),
            format!("LPR of {day}{}", times(by)),
        ),
        Source::Benchmark(day, by) => both(
            format!("{day}起的贷款基准利率{}", times(by)),
            format!("benchmark from {day}{}", times(by)),
        ),
    }
}

pub(super) fn standing(standing: Standing) -> (Words, &'static str) {
    match standing {
        Standing::Paid => (both("已付清", "paid"), "PAID"),
        Standing::DueToday => (both("今日到期", "due today"), "DUE_TODAY"),
        Standing::Pending => (both("未到期", "pending"), "PENDING"),
        Standing::Overdue => (both("逾期", "overdue"), "OVERDUE"),
    }
}

/// What to know about a computation.
pub fn remark(remark: &Remark) -> Words {
    match remark {
        Remark::NotChosen => both(
            "计息依据尚未选定，此处按无人选定时的办法计算；请逐笔选定后再用",
            "nobody has chosen the basis; this is what applies then: choose one for the debt",
        ),
        Remark::Rates(beyond) => beyond.words(),
        Remark::AboveFourfold { rate, fourfold } => both(
            format!(
                "折合年利率{rate}%，高于合同订立时LPR的四倍（{fourfold}%）；四倍上限只适用于民间借贷，此处不作扣减，仅供参考"
            ),
            format!(
                "{rate} % a year is above four times the LPR of the contract's day ({fourfold} %); that cap is for private lending only, nothing is cut"
            ),
        ),
        Remark::Later(count) => both(
            format!("有{count}笔付款在计算截止日之后，未计入"),
            format!("{count} payments after the day computed for are left out"),
        ),
        Remark::Surplus(amount) => both(
            format!("多付{amount}元，请核对"),
            format!("{amount} yuan more than owed were paid: look into it"),
        ),
    }
}

/// What a plan should be looked at again for.
pub fn caution(caution: &Caution) -> Words {
    match caution {
        Caution::Sum(differs) => {
            let (sum, total) = (differs.sum, differs.total);
            both(
                format!("各期合计{sum}元，应为{total}元，请调整"),
                format!("the instalments come to {sum}, the debt is {total}: adjust them"),
            )
        }
        Caution::Limitation { due, act_by } => both(
            format!("{due}的一期晚于诉讼时效提示日{act_by}，请先取得确认或催告"),
            format!(
                "the instalment of {due} is after {act_by}, when the claim may be time-barred: obtain an acknowledgment first"
            ),
        ),
        Caution::Target { due, target } => both(
            format!("末期{due}晚于清偿目标日{target}"),
            format!("the last instalment, {due}, is after the target, {target}"),
        ),
        Caution::DayOff(day) => both(
            format!("{day}不是工作日，可顺延"),
            format!("{day} is no workday; it can give way to the next one"),
        ),
        Caution::Calendar(beyond) => beyond.words(),
        Caution::Budget {
            year,
            planned,
            budget,
        } => both(
            format!("{year}年计划付{planned}元，超出预算{budget}元"),
            format!("{planned} planned for {year}, its budget is {budget}"),
        ),
        Caution::Arisen { count, amount } => both(
            format!("计划执行中又新增{count}笔，{amount}元（边清边欠）"),
            format!("{count} new debts of {amount} arose while the plan runs"),
        ),
    }
}

/// Why a sum cannot be parted.
pub fn not_split(why: NotSplit) -> Words {
    match why {
        NotSplit::NothingThere => both("金额应大于0", "the sum should be above zero"),
        NotSplit::Parts(count) => both(
            format!("期数应为1至{}，现为{count}", limits::CHILDREN),
            format!(
                "the number of instalments should be from 1 to {}, not {count}",
                limits::CHILDREN
            ),
        ),
        NotSplit::Unit(_) => both(
            "每期金额或者取整单位应大于0",
            "the sum or unit of an instalment should be above zero",
        ),
        NotSplit::TooSmall(most) => both(
            format!("每期不足一个取整单位，最多可分{most}期，或者改用更小的单位"),
            format!(
                "an instalment would be less than a unit: at most {most} of them, or a smaller unit"
            ),
        ),
    }
}

/// Why no rate is known.
pub fn no_rate(why: NoRate) -> Words {
    let day = why.day;
    both(
        format!("{day}没有可用的利率：所选依据从更晚的日期才有，请另选计息依据"),
        format!("no rate is known for {day}: what was chosen begins later, choose another basis"),
    )
}

/// Why there is no statement.
pub fn no_statement(why: NoStatement) -> Words {
    match why {
        NoStatement::Rate(why) => no_rate(why),
        NoStatement::Lacks(Basis::LprAtContract) => both(
            "按合同订立时LPR计算，请给出合同订立日期",
            "the LPR of the contract's day needs that day",
        ),
        NoStatement::Lacks(_) => both(
            "按约定利率计算，请给出约定的利率",
            "the agreed rate needs to be given",
        ),
    }
}

/// Why a plan cannot be made anew.
pub fn no_day_left(why: NoDayLeft) -> Words {
    let rest: Amount = why.rest;
    both(
        format!("{rest}元没有可安排的日期，请改用延期办理（append）或者给出更大的每期金额"),
        format!("{rest} have no day to be paid on: append instalments, or larger ones"),
    )
}
