//! One instalment of a repayment plan.

use crate::amount::Amount;
use crate::date::When;
use crate::ledger::cell::Line;
use crate::ledger::declare::fields;
use crate::ledger::lists::{FundSource, InstalmentStatus};
use crate::ledger::vocabulary::Several;

fields! {
    /// One instalment.
    Instalment {}
    No : no : u32 = "期次", "no.", Conditional, Plan, "T18";
    DueOn : due_on : When = "计划还款日期", "planned for", Required, Plan, "T18"
        help "可只写到月" "a month is enough";
    PlannedAmount : amount : Amount = "计划还款金额", "planned amount", Required, Plan, "T18";
    FundSource : fund_source : Several<FundSource> = "资金来源", "source of funds", Optional, Plan, "T05"
        help "这一期的钱从哪里来；可多选" "where the money of this instalment comes from";
    DutyUnit : duty_unit : Line<100> = "责任单位", "unit in charge", Optional, Plan, "T17";
    Status : status : InstalmentStatus = "还款状态", "status", Optional, Plan, "T18"
        help "还了的填“已还款”，同时登记清偿记录" "where it was paid, record the payment too";
}
