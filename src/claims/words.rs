//! What a debt lacks for its interest, and what was read into it, in words.

use super::interest::{Caveat, Missing};
use crate::text::Words;

fn both(zh: impl Into<String>, en: impl Into<String>) -> Words {
    Words {
        zh: zh.into(),
        en: en.into(),
    }
}

impl Caveat {
    /// What to tell whoever reads the answer.
    pub fn words(&self) -> Words {
        match self {
            Self::Disputed(amount) => both(
                format!(
                    "有分歧的{amount}元未计入，只计无分歧部分（条例2025第15条）；连同有分歧部分计算的，用 --disputed"
                ),
                format!(
                    "the disputed {amount} are left out, only the undisputed part is counted (Regulation of 2025 art. 15); --disputed counts both"
                ),
            ),
            Self::DisputeUnknown => both(
                "“是否有分歧”未填，按全额计算；请补填",
                "whether it is disputed is blank, the whole is counted: fill it in",
            ),
            Self::InCourt => both(
                "已进入司法程序，利息以裁判文书为准，此处仅供参考",
                "a court or an arbitrator has it: its decision counts, this is for information",
            ),
            Self::Rolled(from, to) => both(
                format!("到期日{from}不是工作日，顺延至{to}（民法典第203条）"),
                format!("{from} was a day off; the due day moved to {to} (Civil Code art. 203)"),
            ),
            Self::Calendar(beyond) => beyond.words(),
            Self::OnlyMonth(day) => both(
                format!("应付款日期只到月，按月末{day}计算；请补填日期"),
                format!(
                    "the due date is only known to the month, its last day {day} was taken: enter the day"
                ),
            ),
            Self::FromArrears(day) => both(
                format!("未填应付款日期，自拖欠起始日期{day}起计息"),
                format!("the due date is blank; interest runs from {day}, when the arrears began"),
            ),
            Self::PaidAtOnce(day) => both(
                format!("只登记了累计清偿额，视为{day}一次付清；逐笔登记后利息可能不同"),
                format!(
                    "only a total was recorded, taken as paid on {day}: enter the payments one by one, and the interest may differ"
                ),
            ),
            Self::Reversed(count) => both(
                format!("有{count}笔冲正，被冲正的付款未计入"),
                format!("{count} payments were reversed and are left out"),
            ),
            Self::OffPlan(amount) => both(
                format!(
                    "已付的{amount}元不属于本计划（编制前付的，或者标为计划外的），未用于填补期次"
                ),
                format!(
                    "{amount} that were paid are not on this plan (paid before it was made, or marked so) and fill no instalment"
                ),
            ),
            Self::DebtorUnknown => both(
                "“欠款单位类型”未填，建议按不适用条例给出；请补填",
                "the debtor type is blank, what is suggested takes the Regulation not to apply: fill it in",
            ),
            Self::NoMarkup => both(
                "计息依据为违约时LPR加计，但“加计比例”未填，视为未选定；请填30至50",
                "the basis is the LPR at the breach and more, but the markup is blank, so nothing is chosen: enter 30 to 50",
            ),
        }
    }
}

impl Missing {
    /// What to enter.
    pub fn words(self) -> Words {
        match self {
            Self::Amount => both("请补填拖欠金额", "enter the arrears"),
            Self::Dispute => both("请补填是否有分歧", "say whether it is disputed"),
            Self::Undisputed => both(
                "部分有分歧，请补填无分歧金额",
                "it is partly disputed: enter the undisputed amount",
            ),
            Self::Due => both(
                "请补填应付款日期或者拖欠起始日期",
                "enter the due date, or since when it is in arrears",
            ),
            Self::Payment => both(
                "有清偿记录缺少日期或者金额，请补填",
                "a payment lacks its day or its amount: enter it",
            ),
            Self::PaymentDay => both(
                "有累计清偿额而没有日期，请补填最近清偿日期或者逐笔登记",
                "a total was paid on no day: enter the day of the last payment, or the payments",
            ),
            Self::Instalment => both(
                "有期次缺少日期或者金额，请补填",
                "an instalment lacks its day or its amount: enter it",
            ),
            Self::Plan => both(
                "没有还款计划，请先编制（plan equal、fixed 或者 milestones）",
                "there is no plan: make one first (plan equal, fixed or milestones)",
            ),
            Self::Reversed => both(
                "冲正金额大于此前的清偿，请核对清偿记录",
                "more was reversed than had been paid: check the payments",
            ),
        }
    }
}
