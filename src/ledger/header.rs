//! Who reports, for when, and over whose signature: one record per ledger.

use chrono::NaiveDate;

use crate::amount::{Amount, Unit};
use crate::date::When;
use crate::ledger::cell::Line;
use crate::ledger::declare::fields;
use crate::ledger::lists::UnitKind;

fields! {
    /// The head of a ledger.
    Header {}
    ReportUnitCode : report_unit_code : Line<32> = "填报单位编码", "reporting unit code", Required, Report, "10(a)"
        help "从名录中选择填报单位后自动带出" "filled in when the unit is chosen from the roster";
    ReportUnitName : report_unit_name : Line<100> = "填报单位", "reporting unit", Required, Report, "T10, T02"
        also ["报送单位", "单位名称"] help "填写单位规范全称，应与名录一致" "the full name, as on the roster";
    ReportUnitKind : report_unit_kind : UnitKind = "填报单位类别", "kind of unit", Required, Report, "notice 二（一）"
        help "从名录中选择填报单位后自动带出" "filled in when the unit is chosen from the roster";
    Period : period : When = "报告期", "period", Required, Report, "T21, T17"
        help "例如 2022-06" "for example 2022-06";
    CutoffDate : cutoff_date : NaiveDate = "数据截止日期", "as-of date", Required, Report, "T12, T26"
        help "台账数字统计到哪一天" "the day the figures are counted to";
    AmountUnit : amount_unit : Unit = "金额单位", "unit of money", Required, Report, "T18, T19"
        help "只影响显示和录入，不改变已录入的金额" "changes how amounts are shown and typed, never what is stored";
    IsNil : is_nil : bool = "零报告", "nil report", Required, Report, "T25"
        help "确无拖欠的单位勾选，并由负责人确认" "for a unit that owes nothing; its head must confirm";
    DeclaredCount : declared_count : u32 = "合计笔数", "declared number", Conditional, Sign, "T10"
        help "填表人自己清点的笔数，用来核对明细有无漏行" "the rows as the clerk counted them, to check that none is lost";
    DeclaredTotal : declared_total : Amount = "合计金额", "declared total", Conditional, Sign, "T10"
        help "填表人自己加总的拖欠金额，用来核对明细" "the arrears as the clerk added them up, to check the rows against";
    FilledOn : filled_on : NaiveDate = "填报日期", "date of filling", Required, Sign, "T14";
    Filler : filler : Line<30> = "填表人", "filled in by", Conditional, Sign, "T14";
    Reviewer : reviewer : Line<30> = "审核人", "reviewed by", Conditional, Sign, "T14";
    Head : head : Line<30> = "单位负责人", "head of the unit", Conditional, Sign, "T14";
    Phone : phone : Line<40> = "联系电话", "phone", Optional, Sign, "T14";
    Sealed : sealed : bool = "已盖章", "sealed", Required, Sign, "T02, T03"
        help "纸质表是否已加盖公章" "whether the paper bears the seal";
    PaperTotal : paper_total : Amount = "盖章件合计金额", "total on paper", Optional, Sign, "T10"
        also ["纸质表合计金额"] help "照盖章的纸质表抄录，应与电子表一致" "copied from the sealed paper, which must agree with the file";
    SealRef : seal_ref : Line<64> = "盖章件编号", "number of the paper", Optional, Sign, "T02, T03"
        also ["盖章扫描件编号"] help "盖章纸质表或扫描件的文号、编号" "the number of the sealed paper or of its scan";
}

impl Header {
    /// The unit amounts are typed and shown in; ten thousand yuan until one is chosen.
    #[inline(never)]
    pub fn unit(&self) -> Unit {
        self.amount_unit.unwrap_or(Unit::Wan)
    }
}
