//! One debt: one creditor, one debtor, one contract (一笔一行).

use chrono::NaiveDate;

use crate::almanac::Rate;
use crate::amount::Amount;
use crate::codes::Uscc;
use crate::date::When;
use crate::ledger::cell::Line;
use crate::ledger::change::Change;
use crate::ledger::declare::fields;
use crate::ledger::instalment::Instalment;
use crate::ledger::lists::{
    Age, Cause, CloseBasis, ContractBasis, DebtorChannel, DebtorType, DepositKind, Dispute,
    FundSource, Judicial, Mark, Method, MoneyKind, Ownership, Procurement, RateBasis,
    RemovalReason, Sector, Size, SourceChannel, Status,
};
use crate::ledger::payment::Payment;
use crate::ledger::vocabulary::Several;

fields! {
    /// One debt.
    Entry {
        /// The repayment plan.
        instalments: Vec<Instalment>,
        /// What was paid since the debt was booked; append-only.
        payments: Vec<Payment>,
        /// What was changed since the period before, and why; append-only.
        changes: Vec<Change>,
    }
    SeqNo : seq_no : u32 = "序号", "no.", Conditional, Identity, "T18, T20"
        also ["编号", "行号"];
    DebtId : debt_id : Line<64> = "欠款编号", "debt id", Required, Identity, "T17 一债一档"
        help "一笔欠款一个编号，跨期不变；由软件编制" "one debt, one number for life; given by the software";
    FirstPeriod : first_period : When = "首次入账期", "first period", Derived, Identity, "T04"
        help "第一次列入台账的报告期，例如 2022-06" "the period it was first reported in, for example 2022-06";
    SourceChannel : source_channel : SourceChannel = "线索来源", "source of the clue", Expected, Identity, "T03, T11, T18"
        also ["来源", "线索渠道"] default "self_check"
        help "这笔欠款是怎样发现的" "how the debt came to be known";
    DebtorName : debtor_name : Line<100> = "欠款单位", "entity in arrears", Required, Debtor, "T14, T20"
        also ["拖欠单位", "拖欠主体", "欠款主体", "债务人", "债务企业名称", "付款单位", "被投诉人", "欠款单位名称", "拖欠单位名称"]
        help "填写单位规范全称" "the full registered name";
    DebtorUscc : debtor_uscc : Uscc = "欠款单位统一社会信用代码", "debtor's credit code", Expected, Debtor, "T14"
        also ["欠款单位信用代码", "债务人统一社会信用代码", "拖欠单位统一社会信用代码", "欠款单位代码"]
        help "18位，从登记证书抄录，不要从表格软件的数字单元格复制" "18 letters, from the certificate";
    DebtorType : debtor_type : DebtorType = "欠款单位类型", "debtor type", Required, Debtor, "notice 一; T14"
        also ["欠款单位类别", "单位类型", "单位性质", "欠款单位性质", "欠款主体类别", "拖欠主体类型"]
        help "按法律性质选择；乡镇政府、街道办事处属于机关" "what it is by law; a township government is a state organ";
    DebtorChannel : debtor_channel : DebtorChannel = "欠款单位归口", "planning channel", Expected, Debtor, "notice 二（二）"
        also ["归口", "归口单位"] help "决定由谁制定清偿计划" "decides who makes the plan";
    DebtorAreaCode : debtor_area_code in rest : Line<32> = "所属乡镇（街道、开发区）", "township or zone", Conditional, Debtor, "7.1, 7.2"
        also ["所属乡镇", "属地", "属地编码", "所在乡镇"] help "归口为乡镇（街道）、开发区的填写" "for debts of townships and zones"
        when debtor_channel in ["township", "dev_zone"];
    DebtorParent : debtor_parent in rest : Line<100> = "主管部门", "supervising department", Conditional, Debtor, "notice 三（二）"
        help "事业单位、直属机构填写" "for public institutions"
        when debtor_type in ["public_institution", "gov_organ"];
    CreditorName : creditor_name : Line<100> = "被拖欠企业", "creditor", Required, Creditor, "T14"
        also ["被欠企业", "被欠企业名称", "债权人", "债权企业", "收款单位", "投诉人", "被拖欠企业名称", "被拖欠中小企业名称", "被拖欠单位", "企业名称"]
        help "填写营业执照上的全称" "the name on the licence";
    CreditorUscc : creditor_uscc : Uscc = "被拖欠企业统一社会信用代码", "creditor's credit code", Expected, Creditor, "T14"
        also ["统一社会信用代码", "信用代码", "企业统一社会信用代码", "债权人统一社会信用代码", "债权企业统一社会信用代码"]
        help "18位，从营业执照抄录，不要从表格软件的数字单元格复制" "18 letters, from the licence";
    CreditorSize : creditor_size : Size = "企业规模", "creditor's size", Conditional, Creditor, "条例3; T14"
        also ["企业规模类型", "企业规模（合同订立时）", "规模", "企业类型"] help "按合同订立时的规模填写" "as it was when the contract was made";
    CreditorOwnership : creditor_ownership in rest : Ownership = "企业所有制", "creditor's ownership", Optional, Creditor, "T13"
        also ["所有制", "所有制性质", "企业性质"] help "只有专项行动只清理民营企业账款时才需要填写" "only where a campaign is about private firms";
    CreditorArea : creditor_area in rest : Line<100> = "被拖欠企业所在地", "creditor's place", Optional, Creditor, "T02"
        also ["企业所在地", "注册地"];
    ProjectName : project_name : Line<200> = "项目（合同）名称", "project or contract", Required, Contract, "T18, T19, T20"
        also ["项目名称", "合同名称", "合同协议名称", "合同（项目）名称", "项目"]
        help "写项目或合同的全称；一笔欠款对应一个合同" "the full name; one debt, one contract";
    ContractNo : contract_no in rest : Line<64> = "合同编号", "contract no.", Optional, Contract, "T20";
    ContractBasis : contract_basis : ContractBasis = "合同依据", "contract basis", Expected, Contract, "T04, T13"
        help "没有书面合同的，选订单、验收单等所属的形式" "where there is no contract, the form that binds";
    SignDate : sign_date : NaiveDate = "合同签订时间", "contract date", Conditional, Contract, "T18, T19"
        also ["合同日期", "签订时间", "合同签订日期", "签订日期"]
        help "决定企业规模口径和适用的条例" "decides the size to state and the law in force";
    AgreedTermDays : agreed_term_days in rest : u32 = "约定付款期限（天）", "agreed term in days", Optional, Contract, "条例8; 条例(2025)9"
        also ["约定付款期限", "付款期限", "付款期限（天）"] help "交付、验收或确认结算金额后多少天内付款；合同没有约定的不填" "days after delivery, acceptance or settlement; blank where the contract names none";
    BackToBack : back_to_back in rest : bool = "是否约定以第三方付款为条件", "pay when paid", Optional, Contract, "条例(2025)9"
        also ["是否背靠背", "背靠背条款"];
    SmeNotified : sme_notified in rest : bool = "订立合同时是否告知为中小企业", "told it is a small firm", Optional, Contract, "条例3"
        also ["是否告知中小企业身份"] help "企业订立合同时是否主动告知其属于中小企业" "whether the firm said so when the contract was made";
    ProcurementKind : procurement_kind : Procurement = "采购类别", "goods, works or services", Required, Contract, "notice 一"
        also ["类别", "款项类别", "采购类型"]
        help "本次行动只清理货物、工程、服务款项" "the campaign is about goods, works and services";
    MoneyKind : money_kind : MoneyKind = "款项性质", "nature of payment", Expected, Contract, "T05"
        also ["账款性质", "款项类型"]
        help "应返未返的保证金选“保证金”" "a deposit not returned is a deposit";
    DepositKind : deposit_kind in rest : DepositKind = "保证金种类", "kind of deposit", Conditional, Contract, "条例12"
        help "款项性质为“保证金”的填写" "for a deposit"
        when money_kind in ["deposit"];
    Sector : sector : Sector = "行业领域", "sector", Expected, Contract, "notice 三（二）"
        also ["行业", "领域"]
        help "决定由哪个行业部门督促" "decides which department urges payment";
    IsGovInvest : is_gov_invest : bool = "是否政府投资项目", "government investment", Conditional, Contract, "notice 二（三）"
        also ["政府投资项目"]
        help "采购类别为“工程”的填写" "for works"
        when procurement_kind in ["works"];
    ContractAmount : contract_amount : Amount = "合同金额", "contract amount", Required, Money, "T18, T20"
        also ["项目金额", "合同价款", "合同总价", "合同总金额", "合同额"]
        help "合同总价，不是拖欠金额" "the price of the contract, not what is owed";
    SettledPrice : settled_price in rest : Amount = "结算（审定）金额", "settled price", Conditional, Money, "T20"
        also ["结算金额", "审定金额", "结算价", "结算审定金额"]
        help "已办理结算（审定）的填写；未结算的留空" "once the works are settled; blank until then";
    PaidBefore : paid_before : Amount = "已支付金额（入账前）", "paid before booking", Expected, Money, "T20"
        also ["已支付金额", "已支付", "已付", "已付款", "已付金额"] help "本笔欠款入账之前已经支付的金额，没有的填0" "paid before the debt was booked; 0 for none";
    ArrearsAmount : arrears_amount : Amount = "拖欠金额", "arrears", Required, Money, "notice 一"
        also ["欠款金额", "确认欠款", "应付未付金额", "未支付金额", "未收款金额", "拖欠金额（确认欠款）", "欠款"]
        help "首次入账时确认的欠款，不扣除以后的清偿" "as confirmed when booked, before later payments";
    AgreedRate : agreed_rate in rest : Rate = "约定逾期年利率（%）", "agreed late rate (% a year)", Optional, Money, "条例15; 条例(2025)17"
        also ["约定逾期利率", "约定利率", "约定年利率", "逾期年利率"] help "填百分数，例如 3.85；按日约定的乘以365" "percents, such as 3.85; a daily rate times 365";
    RateBasis : rate_basis in rest : RateBasis = "计息依据", "interest basis", Optional, Money, "条例15; 条例(2025)17"
        also ["利率依据", "逾期利息依据"] help "不计算逾期利息的不填" "blank where no interest is counted";
    RateMarkup : rate_markup in rest : Rate = "加计比例（%）", "markup on the rate (%)", Optional, Money, "买卖合同解释18"
        also ["加计", "利率加计（%）"] help "按违约时LPR加计的，填30至50；按同期利率1.5倍的，填50；不加计的不填" "30 to 50 for the LPR at the breach; 50 for 1.5 times the rate of the same period; blank for none"
        when rate_basis in ["lpr_at_breach", "same_period", "lpr_at_breach_then_statutory", "same_period_then_statutory"];
    UndisputedAmount : undisputed_amount in rest : Amount = "无分歧金额", "undisputed", Conditional, Money, "条例(2025)15"
        also ["其中无分歧金额", "其中：无分歧"] help "部分分歧的填写" "for a partly disputed debt"
        when dispute in ["partly"];
    DisputedAmount : disputed_amount in rest : Amount = "有分歧金额", "disputed", Conditional, Money, "条例(2025)15"
        also ["其中有分歧金额", "其中：有分歧"] help "部分分歧的填写" "for a partly disputed debt"
        when dispute in ["partly"];
    DeliveredOn : delivered_on : When = "交付（验收合格）日期", "delivered", Optional, Dates, "条例8, 9"
        also ["交付日期", "验收日期", "交付（验收）日期", "验收合格日期"]
        help "付款期限一般从这一天起算；可只写到月" "terms of payment run from it; a month is enough";
    SettledOn : settled_on in rest : When = "结算金额确认日期", "settlement confirmed", Optional, Dates, "条例8; 条例(2025)9"
        also ["结算确认日期", "确认结算日期"] help "按进度、定期结算的，付款期限自双方确认结算金额之日起算" "the term runs from it where works are settled by progress or period";
    InspectBy : inspect_by in rest : When = "约定检验期限届满日", "inspection due by", Optional, Dates, "条例9; 条例(2025)10"
        also ["检验期限届满日", "约定验收期限"] help "拖延验收的，付款期限自这一天起算" "where acceptance is delayed, the term runs from it";
    DueDate : due_date : When = "应付款日期", "due", Conditional, Dates, "T04, T13"
        also ["应付日期", "应付款时间", "约定付款日期", "到期日"]
        help "合同约定的付款日期；可只写到月" "as the contract says; a month is enough";
    ArrearsSince : arrears_since : When = "拖欠起始日期", "in arrears since", Conditional, Dates, "T20, T28"
        also ["拖欠起始时间", "拖欠时间", "欠款时间", "拖欠开始时间"]
        help "应付未付的第一天；应付款日期已填的可以不填，可只写到月" "the first day in arrears, unless the due date is given; a month is enough";
    AgeBucket : age_bucket : Age = "账龄", "age", Derived, Dates, "T22"
        also ["拖欠账龄", "欠款账龄"] help "由软件按拖欠起始日期推算；已填的会核对" "computed from the start of the arrears; compared where it is given";
    LastDemandOn : last_demand_on in rest : When = "最近催收日期", "last demand", Optional, Dates, "民法典195"
        also ["最近催款日期", "催收日期"] help "企业最近一次书面催收、对账或投诉的日期，诉讼时效由此重新计算" "the last written demand, account agreed or complaint: limitation runs anew from it";
    Dispute : dispute : Dispute = "是否有分歧", "dispute", Required, State, "notice 二（二）"
        also ["有无分歧", "是否存在分歧", "分歧", "是否有争议"]
        help "欠款单位对这笔欠款有无异议" "whether the debtor contests it";
    DisputeNote : dispute_note in rest : Line<500> = "分歧事由", "ground of dispute", Conditional, State, "notice 二（二）"
        also ["分歧原因", "争议事由"]
        help "有分歧、部分分歧的填写" "for a disputed or partly disputed debt"
        when dispute in ["disputed", "partly"];
    Judicial : judicial : Judicial = "司法状态", "in court", Expected, State, "notice 一; T11"
        also ["是否进入司法程序", "司法程序"]
        help "已起诉、仲裁的欠款只做登记，状态改为“转司法”" "a debt in court is registered only: set its status too";
    JudicialNo : judicial_no in rest : Line<100> = "案号", "case no.", Conditional, State, "T11"
        help "已进入司法程序的填写" "for a debt in court"
        when judicial in ["litigation", "arbitration", "judged", "execution", "closed"];
    Causes : causes : Several<Cause> = "拖欠原因", "causes", Required, State, "T05"
        also ["原因", "欠款原因", "拖欠账款原因"] help "可多选" "as many as apply";
    CauseNote : cause_note in rest : Line<500> = "原因说明", "cause explained", Conditional, State, "T27"
        also ["拖欠原因说明", "填报说明"]
        help "拖欠原因选“其他”的填写" "where the cause is “other”"
        when causes in ["other"];
    MigrantWages : migrant_wages : bool = "是否涉及农民工工资", "migrant wages", Expected, State, "notice 三（二）; T06"
        also ["农民工工资", "涉及农民工工资"]
        help "拖欠款中是否含应付农民工工资" "whether wages of migrant workers are part of it";
    Method : method : Several<Method> = "清偿方式", "method", Conditional, Plan, "T01"
        also ["还款方式", "化解方式", "清偿（还款）方式"]
        help "计划怎样清偿；可多选" "how it is to be repaid; as many as apply";
    FundSource : fund_source : Several<FundSource> = "资金来源", "source of funds", Conditional, Plan, "T05; notice 二（三）"
        also ["偿还资金来源", "清偿资金来源"]
        help "清偿的钱从哪里来；可多选" "where the money comes from; as many as apply";
    PlanMaker : plan_maker in rest : Line<100> = "清偿计划制定单位", "plan-maker", Derived, Plan, "notice 二（二）"
        also ["计划制定单位"]
        help "由软件按归口推算" "follows from the planning channel";
    PlanFiledOn : plan_filed_on in rest : NaiveDate = "计划报送日期", "plan filed", Conditional, Plan, "notice 二（二）"
        help "清偿计划报收表办公室的日期" "the day the plan was handed to the office";
    PlanFinish : plan_finish : When = "计划清偿完毕时间", "plan ends", Conditional, Plan, "T05"
        also ["计划清偿时间", "清偿计划完成时间", "计划偿还完毕日期", "清偿计划", "计划还款时间", "计划完成时间"]
        help "全部还清的日期；可只写到月" "when all will be repaid; a month is enough";
    Agreement : agreement in rest : bool = "是否签订还款协议", "agreement signed", Conditional, Plan, "T16"
        also ["还款协议", "是否签订协议", "是否签订还款协议书"] help "与企业就本笔欠款签订书面还款协议的填“是”" "whether the firm and the debtor have agreed in writing";
    AgreementOn : agreement_on in rest : NaiveDate = "还款协议签订日期", "date of the agreement", Conditional, Plan, "T16"
        also ["还款协议日期", "签订还款协议日期"]
        help "签订了还款协议的填写" "where an agreement was signed"
        when agreement in ["true"];
    DutyUnit : duty_unit in rest : Line<100> = "责任单位", "unit in charge", Conditional, Plan, "T17"
        help "负责清偿这笔欠款的单位" "the unit that answers for repayment";
    DutyPerson : duty_person in rest : Line<30> = "责任人", "person in charge", Conditional, Plan, "T17"
        help "具体负责人的姓名，不对外公开" "who answers for it; never made public";
    Supervisors : supervisors in rest : Line<500> = "督促单位", "supervisors", Derived, Plan, "notice 三（二）"
        also ["督办单位"]
        help "由软件按责任分工推算" "follows from the notice";
    RepaidTotal : repaid_total in rest : Amount = "累计已清偿", "repaid", Derived, FollowUp, "T18"
        also ["已清偿", "已清欠款", "已还款", "已偿还", "已清偿金额", "累计已清偿金额"]
        help "入账以后清偿的合计；列出清偿记录的由软件计算" "repaid since booking; computed where payments are listed";
    Balance : balance in rest : Amount = "余额", "balance", Derived, FollowUp, "T18"
        also ["剩余欠款", "尚未还款", "欠款余额"]
        help "由软件计算：拖欠金额减累计已清偿" "computed: arrears less repaid";
    LastPaidOn : last_paid_on in rest : NaiveDate = "最近清偿日期", "last paid", Derived, FollowUp, "T18"
        help "由软件从清偿记录得出" "follows from the payments";
    Status : status : Status = "状态", "status", Expected, FollowUp, "3.8"
        also ["当前状态", "欠款状态"] default "booked"
        help "这笔欠款办到哪一步" "how far the debt has come";
    Flags : flags in rest : Several<Mark> = "标记", "marks", Derived, FollowUp, "T18"
        help "由县里督办、跟踪时标注，原样保留" "set by the office that follows up; kept as they are";
    ClosedOn : closed_on in rest : NaiveDate = "销号日期", "closed on", Conditional, FollowUp, "T16, T23"
        help "状态为“已销号”的填写" "for a closed debt"
        when status in ["closed"];
    CloseBasis : close_basis in rest : CloseBasis = "销号依据", "evidence of closing", Conditional, FollowUp, "T16, T18"
        help "凭什么销号；状态为“已销号”的填写" "what shows that it was cleared, for a closed debt"
        when status in ["closed"];
    RemovalReason : removal_reason in rest : RemovalReason = "核减原因", "reason taken off", Conditional, FollowUp, "6-1"
        help "状态为“核减”的填写" "for a debt taken off"
        when status in ["removed"];
    PlatformRef : platform_ref in rest : Line<64> = "平台投诉编号", "complaint no.", Optional, FollowUp, "5"
        also ["投诉编号"]
        help "从投诉平台转来的，填平台给的编号" "the number the complaint platform gave it";
    Remark : remark : Line<500> = "备注", "remark", Optional, FollowUp, "T27"
        also ["说明", "附注"];
}

impl Entry {
    /// What was repaid since booking: the payments, or the stated total where none are listed.
    pub fn repaid(&self) -> Amount {
        if self.payments.is_empty() {
            return self.repaid_total.unwrap_or_default();
        }
        self.payments
            .iter()
            .filter_map(|payment| payment.amount)
            .sum()
    }

    /// What is still owed: arrears less repaid.
    pub fn balance_due(&self) -> Option<Amount> {
        Some(self.arrears_amount? - self.repaid())
    }

    /// The undisputed part of the arrears; `None` while that cannot be told.
    pub fn undisputed(&self) -> Option<Amount> {
        match self.dispute? {
            Dispute::Undisputed => self.arrears_amount,
            Dispute::Disputed => Some(Amount::ZERO),
            Dispute::Partly => self.undisputed_amount,
        }
    }

    /// Since when it is in arrears, and the column that says so: the start of the arrears, or the
    /// day it was due where that is not given.
    pub fn since(&self) -> Option<(Field, When)> {
        let since = self.arrears_since.map(|since| (Field::ArrearsSince, since));
        since.or(self.due_date.map(|due| (Field::DueDate, due)))
    }

    /// The earliest and the latest day on which it can have fallen into arrears: the day behind the
    /// due date, where only that is given.
    pub fn late_from(&self) -> Option<(NaiveDate, NaiveDate)> {
        let (field, since) = self.since()?;
        let from = |day: NaiveDate| match field {
            Field::DueDate => day.succ_opt(),
            _ => Some(day),
        };
        from(since.first()).zip(from(since.last()))
    }

    /// Whether somebody has to plan for it: booked, still to be paid, and in no court.
    pub fn is_to_plan(&self) -> bool {
        let in_court = self
            .judicial
            .is_some_and(|judicial| judicial != Judicial::NotEntered);
        let stands = matches!(
            self.standing(),
            Status::Booked | Status::Planned | Status::PartlyRepaid
        );
        stands && !in_court
    }

    /// Where the debt stands; a debt without a status counts as booked.
    pub fn standing(&self) -> Status {
        self.status.unwrap_or(Status::Booked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn fen(fen: i64) -> Amount {
        Amount::from_fen(fen)
    }

    #[test]
    fn listed_payments_go_before_the_stated_total() {
        let mut debt = Entry {
            arrears_amount: Some(fen(100)),
            rest: Rest {
                repaid_total: Some(fen(30)),
                ..Rest::default()
            }
            .into(),
            ..Entry::default()
        };
        assert_eq!(
            (debt.repaid(), debt.balance_due()),
            (fen(30), Some(fen(70)))
        );
        debt.payments.push(Payment {
            amount: Some(fen(10)),
            ..Payment::default()
        });
        assert_eq!(
            (debt.repaid(), debt.balance_due()),
            (fen(10), Some(fen(90)))
        );
        debt.arrears_amount = None;
        assert_eq!(debt.balance_due(), None);
    }

    #[test]
    fn the_undisputed_part_is_all_or_nothing_unless_it_is_partly_disputed() {
        let part = |dispute| {
            let debt = Entry {
                dispute,
                arrears_amount: Some(fen(100)),
                rest: Rest {
                    undisputed_amount: Some(fen(60)),
                    ..Rest::default()
                }
                .into(),
                ..Entry::default()
            };
            debt.undisputed()
        };
        assert_eq!(part(None), None);
        assert_eq!(part(Some(Dispute::Undisputed)), Some(fen(100)));
        assert_eq!(part(Some(Dispute::Disputed)), Some(fen(0)));
        assert_eq!(part(Some(Dispute::Partly)), Some(fen(60)));
    }
}
