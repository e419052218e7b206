//! What leads to a value where no line of a campaign does: laws, sums, orders of events.

use crate::text::Text;

/// A way from cells to a value.
#[derive(Debug, PartialEq, Eq)]
pub struct Way {
    /// A name to quote.
    pub id: &'static str,
    /// The clause or the form it follows.
    pub clause: &'static str,
    /// How the value follows.
    pub words: Text,
}

/// `NAME = "id", "clause", "中文", "English";`
macro_rules! ways {
    ($( $name:ident = $id:literal, $clause:literal, $zh:literal, $en:literal; )+) => {
        $(
            #[doc = $zh]
            pub(super) static $name: Way = Way {
                id: $id,
                clause: $clause,
                words: Text { zh: $zh, en: $en },
            };
        )+

        /// Every way.
        pub const WAYS: &[&Way] = &[$( &$name ),+];
    };
}

ways! {
    NOT_SAID = "unresolved", "专项行动职责表", "职责表没有一行与这笔欠款相符", "no line of the matrix fits this debt";
    FIRST_SEEN = "first-seen", "台账编制规则", "上期台账没有这笔欠款，首次入账期为本期", "the earlier ledger does not have it, so this period is its first";
    SEEN_BEFORE = "seen-before", "台账编制规则", "上期台账已有这笔欠款，沿用当时的首次入账期", "the earlier ledger has it, and its first period stays";
    UNDISPUTED_ALL = "undisputed-all", "通知二（二）", "无分歧的，全部拖欠金额为无分歧金额", "an undisputed debt is undisputed in full";
    UNDISPUTED_NONE = "undisputed-none", "通知二（二）", "有分歧的，没有无分歧金额", "a disputed debt has no undisputed part";
    UNDISPUTED_PART = "undisputed-part", "《保障中小企业款项支付条例》（2025年）第十五条", "部分分歧的，以填写的无分歧金额为准", "of a partly disputed debt, the amount that was typed";
    DUE_TYPED = "due-typed", "合同约定", "以填写的应付款日期为准", "the due date that was typed";
    DUE_BEFORE_LAW = "due-silent", "合同约定", "合同签订时法规没有统一的付款期限，以合同约定为准，应填写应付款日期", "no law gave such a contract a term: only the contract does";
    DUE_BY_CONTRACT = "due-contract", "《保障中小企业款项支付条例》第十二条", "保证金按合同约定退还，应填写应付款日期", "a deposit is returned when the contract says";
    DUE_AGREED = "due-agreed", "合同约定；《保障中小企业款项支付条例》", "从确认结算、验收合格或者检验期满之日起，按约定的天数；机关、事业单位不超过条例规定的最长期限", "the days the contract gives, from settlement, acceptance or the end of inspection; for public bodies no more than the Regulation allows";
    DUE_2020 = "due-2020", "《保障中小企业款项支付条例》（国务院令第728号）第八条", "合同没有约定的，自交付（验收、确认结算）之日起30日内支付；只知月份的，从月末起算", "where the contract is silent, 30 days from delivery, or from the end of its month";
    DUE_2025 = "due-2025", "《保障中小企业款项支付条例》（国务院令第802号）第九条", "合同没有约定的，机关、事业单位自交付（验收、确认结算）之日起30日内、大型企业60日内支付；只知月份的，从月末起算", "where the contract is silent, public bodies have 30 days from delivery and large firms 60, or from the end of its month";
    SINCE_TYPED = "since-typed", "台账填报", "以填写的拖欠起始日期为准", "the day that was typed";
    SINCE_DUE = "since-due", "应付款日期的次日", "没有填写的，从应付款日期的次日起算", "where none was typed, the day after it was due";
    AGE = "age", "台账统计口径", "从拖欠起始到数据截止日期，满一年、三年、五年的当日仍算下一档", "from the first day in arrears to the as-of date; the day a year is full belongs to that year";
    REPAID_SUM = "repaid-sum", "台账统计口径", "各次清偿之和，冲正的相减", "the payments added up, reversals taken off";
    REPAID_TYPED = "repaid-typed", "台账填报", "没有逐次登记的，以填写的累计已清偿为准", "where no payments are listed, the total that was typed";
    BALANCE = "balance", "台账统计口径", "拖欠金额减去累计已清偿", "arrears less what was repaid";
    LAST_PAID = "last-paid", "台账统计口径", "各次清偿中最近的一天", "the latest of the payments";
    STATUS_DECIDED = "status-decided", "台账状态", "核实、核减、移交、销号由人决定，以填写的状态为准", "verifying, removing, transferring and closing are decided by people";
    STATUS_COURT = "status-court", "通知一", "已进入司法程序的，转入司法登记", "what is in court leaves the base";
    STATUS_CLEARED = "status-cleared", "台账状态", "余额为0的，清偿完毕，待对账销号", "nothing is owed any more: to be closed";
    STATUS_PARTLY = "status-partly", "台账状态", "已有清偿、仍有余额的，为部分清偿", "some was repaid and some is left";
    STATUS_PLANNED = "status-planned", "台账状态", "已有清偿计划、尚无清偿的，为计划中", "there is a plan and no payment yet";
    STATUS_BOOKED = "status-booked", "台账状态", "已入账、尚无计划和清偿", "booked, with neither plan nor payment";
    LIMITATION = "limitation", "《民法典》第一百八十八条、第一百九十五条", "从应付款之日起三年；催收、清偿、还款协议、清偿计划使时效中断，从最近一次重新起算", "three years from when it was due; demands, payments, agreements and plans start it anew, from the latest";
    LIMITATION_TWO_YEARS = "limitation-two-years", "法释〔2018〕12号", "2015年10月1日前到期、当时没有中断的，可能已超过原来的二年时效，请向律师核实", "due before October 2015 and not interrupted then: the former two years may have run out";
    LIMITATION_COURT = "limitation-court", "《民法典》第一百九十五条", "已起诉或者仲裁的，时效中断，由审理机关认定", "in court it is interrupted, and the court decides";
}
