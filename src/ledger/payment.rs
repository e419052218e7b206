//! One payment towards a debt; payments are only ever added, and corrected by a reversing one.

use chrono::NaiveDate;

use crate::amount::Amount;
use crate::ledger::cell::Line;
use crate::ledger::declare::fields;
use crate::ledger::lists::{Method, VoucherKind};

fields! {
    /// One payment.
    Payment {}
    PaidOn : paid_on : NaiveDate = "实际清偿日期", "paid on", Required, FollowUp, "T16, T18"
        help "以银行回单等凭证上的日期为准" "the day on the voucher";
    PaidAmount : amount : Amount = "实际清偿金额", "paid amount", Required, FollowUp, "T16, T18"
        help "冲正以前登记的清偿时填负数" "negative to reverse an earlier payment";
    Method : method : Method = "清偿方式", "method", Expected, FollowUp, "T16"
        help "以物抵债、减免等不是现金的如实选择" "say so where it was not cash";
    VoucherKind : voucher_kind : VoucherKind = "凭证类型", "kind of voucher", Optional, FollowUp, "T16";
    VoucherNo : voucher_no : Line<64> = "凭证号", "voucher no.", Optional, FollowUp, "T16, T18"
        help "银行回单号、收据号等" "the number of the receipt";
    VoucherRef : voucher_ref : Line<200> = "凭证附件", "voucher file", Optional, FollowUp, "T18"
        help "凭证扫描件的文件名或存放处" "the file of the scan, or where it is kept";
    IsPlanned : is_planned : bool = "是否计划内", "planned", Optional, FollowUp, "T18"
        help "是否列在清偿计划里" "whether the plan has it";
    RecordedOn : recorded_on : NaiveDate = "登记时间", "recorded on", Optional, FollowUp, "T18"
        help "登记这笔清偿的日期" "the day it was put on record";
}
