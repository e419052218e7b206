//! The closed lists of the ledger.

use crate::amount::Unit;
use crate::calc::term::Payer;
use crate::ledger::vocabulary::{vocabulary, words};

words! { Unit {
    Yuan "yuan" "元" "CNY" ["人民币元", "单位：元"];
    Wan "wan" "万元" "CNY 10,000" ["人民币万元", "万", "单位：万元"];
} }

vocabulary! {
    /// What kind of body reports (notice 二（一）).
    UnitKind {
        Township "township" "乡镇（街道）" "township or subdistrict" ["乡镇", "街道", "乡镇街道"];
        DevZone "dev_zone" "开发区" "development zone" [];
        CountyDepartment "county_department" "县政府部门" "county department" ["部门", "县直部门"];
        Other "other" "其他" "other" [];
    }
}

impl UnitKind {
    /// Whether it is a township, a subdistrict or a zone.
    pub const fn is_place(self) -> bool {
        matches!(self, Self::Township | Self::DevZone)
    }
}

vocabulary! {
    /// How a debt came to be known.
    SourceChannel {
        SelfCheck "self_check" "自查排查" "own check" ["自查", "排查"];
        FirmReport "firm_report" "企业反映" "told by the firm" [];
        NationalPlatform "national_platform" "国家平台转办" "national platform" ["国家平台"];
        InternetSupervision "internet_supervision" "“互联网+督查”" "Internet plus supervision" ["互联网+督查"];
        Complaint "complaint" "投诉举报" "complaint" ["投诉", "举报"];
        Audit "audit" "审计发现" "audit" ["审计"];
        Petition "petition" "信访" "petition" [];
        Assigned "assigned" "上级交办" "assigned from above" ["交办"];
        Other "other" "其他" "other" [];
    }
}

vocabulary! {
    /// What the entity in arrears is by law (Regulation art. 2; notice 一).
    DebtorType {
        GovOrgan "gov_organ" "机关" "state organ" ["政府机关", "行政机关", "国家机关", "行政单位", "乡镇政府"];
        PublicInstitution "public_institution" "事业单位" "public institution" ["事业"];
        CountySoe "county_soe" "县管企业" "county-run enterprise" ["县属国有企业", "县属国企"];
        GovPlatform "gov_platform" "政府平台公司" "government platform company" ["政府投融资平台", "政府投融资平台公司", "平台公司", "投融资平台"];
        SoeLargeOther "soe_large_other" "其他国有大型企业" "other large state-owned enterprise" ["国有大型企业", "央企", "省属企业", "市属企业"];
        PrivateLarge "private_large" "非国有大型企业" "large non-state enterprise" ["大型民营企业", "民营大型企业"];
        GroupOrg "group_org" "团体组织" "group organisation" ["使用财政资金的团体组织", "社会团体"];
        OutOfScope "out_of_scope" "村居、个人、中小企业等" "village, person or small firm" ["村委会", "居委会", "个人", "中小企业", "军队"];
    }
}

impl DebtorType {
    /// Whether the debtor is a firm rather than a public body.
    pub const fn is_enterprise(self) -> bool {
        matches!(
            self,
            Self::CountySoe | Self::GovPlatform | Self::SoeLargeOther | Self::PrivateLarge
        )
    }

    /// Who pays, as far as the Regulation's terms differ (art. 8 and 28, of 2025 art. 9 and 36). A
    /// firm is taken to be large, since others are out of scope.
    pub const fn payer(self) -> Payer {
        match self {
            Self::GovOrgan | Self::PublicInstitution | Self::GroupOrg => Payer::Public,
            Self::OutOfScope => Payer::Other,
            _ => Payer::Large,
        }
    }
}

vocabulary! {
    /// Through whom a debt is planned for (notice 二（二）).
    DebtorChannel {
        CountyDepartment "county_department" "县政府部门" "county department" ["县直部门", "部门"];
        Township "township" "乡镇（街道）" "township or subdistrict" ["乡镇", "街道"];
        DevZone "dev_zone" "开发区" "development zone" [];
        CountySoe "county_soe" "县管企业" "county-run enterprise" [];
        PrivateLarge "private_large" "非国有大型企业" "large non-state enterprise" [];
        Other "other" "其他" "other" [];
    }
}

vocabulary! {
    /// The creditor's size when the contract was made (Regulation art. 3).
    Size {
        Medium "medium" "中型" "medium" ["中型企业"];
        Small "small" "小型" "small" ["小型企业"];
        Micro "micro" "微型" "micro" ["微型企业", "小微"];
        Large "large" "大型" "large" ["大型企业"];
        NotAnEnterprise "not_an_enterprise" "非企业" "not a firm" ["个人", "自然人", "个体工商户"];
    }
}

vocabulary! {
    /// Who owns the creditor; asked only where a campaign is about private firms.
    Ownership {
        State "state" "国有" "state-owned" ["国有企业", "国有控股", "国企"];
        Collective "collective" "集体" "collective" ["集体企业"];
        Private "private" "民营" "private" ["私营", "民营企业", "私营企业", "民企"];
        Foreign "foreign" "外资（含港澳台）" "foreign, or of Hong Kong, Macao or Taiwan" ["外资", "外商投资", "港澳台资", "合资"];
        Individual "individual" "个体、个人" "sole trader or person" ["个体", "个体工商户", "个人"];
    }
}

vocabulary! {
    /// What the claim rests on.
    ContractBasis {
        Written "written" "书面合同" "written contract" ["合同", "有合同", "有"];
        Agreement "agreement" "协议" "agreement" [];
        OtherForm "other_form" "其他有法律效力的形式" "another form binding in law" ["其他"];
        None "none" "无" "none" ["无合同"];
    }
}

vocabulary! {
    /// What was bought (notice 一).
    Procurement {
        Goods "goods" "货物" "goods" ["物资", "货款"];
        Works "works" "工程" "works" ["施工"];
        Services "services" "服务" "services" [];
    }
}

vocabulary! {
    /// The nature of the payment (两款一金).
    MoneyKind {
        WorksPayment "works_payment" "工程款" "payment for works" [];
        GoodsPayment "goods_payment" "物资采购款" "payment for goods" ["货款", "物资采购款（货款）", "采购款"];
        ServicePayment "service_payment" "服务款" "payment for services" ["服务费"];
        Deposit "deposit" "保证金" "deposit" ["质保金", "涉企保证金"];
        Other "other" "其他" "other" [];
    }
}

vocabulary! {
    /// The four lawful deposits, and any other (Regulation art. 12).
    DepositKind {
        Bid "bid" "投标保证金" "bid deposit" ["投标"];
        Performance "performance" "履约保证金" "performance deposit" ["履约"];
        Quality "quality" "工程质量保证金" "works quality deposit" ["工程质量", "质量保证金", "质保金"];
        MigrantWages "migrant_wages" "农民工工资保证金" "migrant wages deposit" ["农民工工资"];
        Other "other" "其他" "other" [];
    }
}

vocabulary! {
    /// On what interest for late payment is counted (Regulation art. 15, of 2025 art. 17); where
    /// several can be argued for, somebody has to choose.
    RateBasis {
        Agreed "agreed" "约定利率" "agreed rate" ["按约定", "约定"];
        LprAtContractFloor "lpr_at_contract_floor" "合同订立时一年期LPR" "LPR when the contract was made" ["约定低于LPR按LPR"];
        StatutoryDaily "statutory_daily" "每日万分之五" "0.05 % a day" ["日利率万分之五", "万分之五"];
        Lpr "lpr" "一年期LPR" "LPR" ["LPR"];
        LprAtBreach "lpr_at_breach" "违约时一年期LPR加计" "LPR at the breach, and more" ["违约时LPR加计30%—50%"];
        SamePeriod "same_period" "同期贷款利率" "loan rate of the same period" ["同期同类贷款利率", "同期LPR"];
        LprAtBreachThenStatutory "lpr_at_breach_then_statutory" "违约时LPR加计（条例施行后万分之五）" "LPR at the breach, and 0.05 % a day since the Regulation" [];
        SamePeriodThenStatutory "same_period_then_statutory" "同期贷款利率（条例施行后万分之五）" "loan rate of the same period, and 0.05 % a day since the Regulation" [];
        Doubled "doubled" "迟延履行期间加倍部分利息" "doubled part of interest after a judgment" ["加倍部分债务利息", "每日万分之一点七五"];
        None "none" "不计息" "no interest" ["不计利息"];
    }
}

vocabulary! {
    /// The trade whose department guides and urges (notice 三（二）).
    Sector {
        Education "education" "教体" "education and sport" ["教育", "教育体育"];
        Housing "housing" "住建" "housing and construction" ["住房城乡建设"];
        Transport "transport" "交通" "transport" ["交通运输"];
        Water "water" "水利" "water" [];
        Agriculture "agriculture" "农业农村" "agriculture" ["农业"];
        Health "health" "卫健" "health" ["卫生健康", "医疗"];
        Other "other" "其他" "other" [];
    }
}

vocabulary! {
    /// Whether the debtor contests the debt.
    Dispute {
        Undisputed "undisputed" "无分歧" "undisputed" ["无", "无争议", "否"];
        Disputed "disputed" "有分歧" "disputed" ["有", "有争议", "是"];
        Partly "partly" "部分分歧" "partly disputed" ["部分有分歧", "部分"];
    }
}

vocabulary! {
    /// Whether a court or an arbitrator has it.
    Judicial {
        NotEntered "not_entered" "未进入" "not in court" ["未进入司法程序", "无", "否"];
        Litigation "litigation" "诉讼中" "in litigation" ["诉讼"];
        Arbitration "arbitration" "仲裁中" "in arbitration" ["仲裁"];
        Judged "judged" "已裁判未执行" "decided, not executed" ["已判决未执行", "已判决（裁决）未执行"];
        Execution "execution" "执行中" "in execution" ["强制执行"];
        Closed "closed" "已结" "closed" ["已结案"];
    }
}

vocabulary! {
    /// Why it was not paid.
    Cause {
        GovInvestViolation "gov_invest_violation" "违反《政府投资条例》" "against the Government Investment Regulation" ["未批先建", "先开工后立项", "资金未落实", "垫资"];
        NoBudget "no_budget" "无预算、超预算、未经批准自行安排支出" "no budget" ["无预算", "超预算", "未经批准自行安排支出", "无预算超预算"];
        AcceptanceBill "acceptance_bill" "强制使用承兑汇票等非现金支付" "forced acceptance bills" ["承兑汇票", "强制使用承兑汇票"];
        AbuseDominance "abuse_dominance" "滥用优势地位恶意拖欠" "abuse of a dominant position" ["恶意拖欠", "滥用优势地位"];
        NewOfficials "new_officials" "新官不理旧账" "new officials disown old debts" ["负责人变更"];
        InternalProcess "internal_process" "履行内部付款流程" "internal payment process" ["内部付款流程"];
        AwaitAudit "await_audit" "等待竣工验收批复、决算审计" "waiting for acceptance or audit" ["以审计结果为结算依据", "等待决算审计", "等待审计", "决算审计", "等待竣工验收"];
        DelayAcceptance "delay_acceptance" "拖延检验、验收" "inspection delayed" ["拖延验收"];
        SettlementPending "settlement_pending" "未结算、工程尾款未结清" "not settled" ["未结算", "工程尾款未结算", "工程尾款未结清", "结算争议"];
        FundShortage "fund_shortage" "财政资金困难、专项资金未到位" "shortage of funds" ["财政资金困难", "专项资金未到位", "资金困难", "财政困难"];
        DepositNotReturned "deposit_not_returned" "保证金到期未退" "deposit not returned" [];
        QualityDispute "quality_dispute" "质量、履约争议" "dispute over quality" ["工程质量争议", "质量争议", "履约争议"];
        ThirdPartyPayment "third_party_payment" "以收到第三方付款为条件" "pay when paid" ["背靠背"];
        PppStopped "ppp_stopped" "叫停的PPP、政府购买服务" "stopped PPP" ["叫停的不规范PPP、政府购买服务"];
        Other "other" "其他" "other" [];
    }
}

vocabulary! {
    /// How a debt is cleared; cash is always counted apart.
    Method {
        Cash "cash" "现金（转账）" "cash (transfer)" ["现金", "转账", "银行转账"];
        Bill "bill" "票据" "bill" ["承兑汇票"];
        InKind "in_kind" "以物抵债" "in kind" [];
        Restructure "restructure" "债务重组（展期、分期）" "restructuring" ["债务重组", "展期", "分期", "分期协议", "债务置换"];
        SetOff "set_off" "债权债务抵销" "set-off" ["抵销"];
        Factoring "factoring" "应收账款融资" "receivables financing" ["应收账款融资、保理", "保理", "确权"];
        Waiver "waiver" "协商减免" "agreed waiver" ["减免"];
        Guarantee "guarantee" "保函替换保证金" "guarantee for a deposit" ["保函"];
        Judicial "judicial" "司法途径" "through the courts" ["诉讼"];
    }
}

vocabulary! {
    /// Where the money comes from.
    FundSource {
        LocalBudget "local_budget" "本级财政预算" "local budget" ["财政预算", "区财政预算资金", "财政预算资金"];
        SpecialFunds "special_funds" "上级专项资金" "special funds from above" ["专项资金"];
        OwnFunds "own_funds" "单位自有资金" "own funds" ["自有资金"];
        BudgetCut "budget_cut" "扣减部门预算" "cut of the department's budget" [];
        Bonds "bonds" "地方政府债券" "local government bonds" ["专项债", "专项债券", "再融资债券"];
        Assets "assets" "盘活资产" "assets put to use" [];
        Revenue "revenue" "企业经营收入" "business revenue" ["经营收入"];
        Other "other" "其他" "other" [];
    }
}

vocabulary! {
    /// Where a debt stands in its life.
    Status {
        Clue "clue" "线索" "clue" [];
        Verifying "verifying" "核实中" "being verified" [];
        Booked "booked" "已入账" "booked" ["入账"];
        Planned "planned" "计划中" "planned" [];
        PartlyRepaid "partly_repaid" "部分清偿" "partly repaid" [];
        Cleared "cleared" "清偿完毕待销号" "cleared, to be closed" ["清偿完毕"];
        Closed "closed" "已销号" "closed" ["销号"];
        InCourt "in_court" "转司法" "in court" [];
        Removed "removed" "核减" "taken off" [];
        Transferred "transferred" "移交" "transferred" [];
    }
}

impl Status {
    /// Whether the debt still counts in the ledger's totals.
    pub const fn is_counted(self) -> bool {
        !matches!(self, Self::InCourt | Self::Removed | Self::Transferred)
    }

    /// Whether the debt still has to be paid.
    pub const fn is_active(self) -> bool {
        self.is_counted() && !matches!(self, Self::Cleared | Self::Closed)
    }
}

vocabulary! {
    /// How old a debt is (T22).
    Age {
        UpToOne "up_to_1" "1年以内（含1年）" "up to one year" ["1年以内", "1年以下", "一年以内"];
        UpToThree "up_to_3" "1至3年（含3年）" "one to three years" ["1至3年", "1-3年", "一至三年"];
        UpToFive "up_to_5" "3至5年（含5年）" "three to five years" ["3至5年", "3-5年", "三至五年"];
        Older "over_5" "5年以上" "over five years" ["五年以上"];
    }
}

vocabulary! {
    /// What the office that follows up marks a debt with.
    Mark {
        Duplicate "duplicate" "疑似重复" "perhaps a duplicate" [];
        Overdue "overdue" "逾期异常" "overdue" ["异常"];
        Followed "followed" "跟踪" "followed" [];
        Supervised "supervised" "督办" "supervised" [];
        Listed "listed" "挂牌督办" "publicly supervised" [];
    }
}

vocabulary! {
    /// What shows that a debt was cleared.
    CloseBasis {
        BankReceipt "bank_receipt" "银行回单" "bank receipt" [];
        CreditorConfirmation "creditor_confirmation" "债权人确认" "confirmed by the creditor" [];
        InKindAgreement "in_kind_agreement" "以物抵债协议" "agreement in kind" [];
        Judgment "judgment" "裁判文书" "judgment" [];
        Other "other" "其他" "other" [];
    }
}

vocabulary! {
    /// Why a debt was taken off the ledger.
    RemovalReason {
        Duplicate "duplicate" "重复" "duplicate" [];
        Untrue "untrue" "不属实" "untrue" [];
        OutOfScope "out_of_scope" "不属清欠范围" "out of scope" [];
        Jurisdiction "jurisdiction" "管辖移交" "other jurisdiction" [];
        AmountCorrected "amount_corrected" "金额更正" "amount corrected" [];
    }
}

vocabulary! {
    /// Where an instalment stands.
    InstalmentStatus {
        Open "open" "未还款" "open" [];
        Paid "paid" "已还款" "paid" [];
        Overdue "overdue" "逾期" "overdue" [];
    }
}

vocabulary! {
    /// What proves a payment.
    VoucherKind {
        BankReceipt "bank_receipt" "银行回单" "bank receipt" ["还款凭证", "转账凭证"];
        Receipt "receipt" "收据" "receipt" [];
        Confirmation "confirmation" "债权人确认" "confirmed by the creditor" ["债权人清偿确认函", "确认函"];
        Agreement "agreement" "协议" "agreement" ["以物抵债协议", "还款协议"];
        Other "other" "其他" "other" [];
    }
}
