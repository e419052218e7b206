//! Why an interest basis applies, and what speaks against it: clause and sentence, as data.

use crate::text::Text;

/// A remark on a basis, with the clause it stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Note {
    /// The clause or the case.
    pub clause: Text,
    /// What it says for the debt.
    pub says: Text,
}

macro_rules! notes {
    ($($name:ident: $clause_zh:literal $clause_en:literal $zh:literal $en:literal;)*) => {
        $(pub(super) const $name: Note = Note {
            clause: Text { zh: $clause_zh, en: $clause_en },
            says: Text { zh: $zh, en: $en },
        };)*
    };
}

notes! {
    AGREED:
        "民法典第585条；条例2020第15条、2025第17条" "Civil Code art. 585; Regulation of 2020 art. 15, of 2025 art. 17"
        "按约定利率计算；约定过分高于损失（一般指超过三成）的，当事人可以请求减少"
        "the agreed rate; a party may ask for less where it is far above the loss (as a rule, by more than thirty per cent)";
    FLOOR:
        "条例2020第15条、2025第17条" "Regulation of 2020 art. 15, of 2025 art. 17"
        "约定利率低于合同订立时一年期LPR，按合同订立时一年期LPR计算"
        "the agreed rate is below the one-year LPR of the contract's day; that LPR applies";
    STATUTORY:
        "条例2020第15条、2025第17条" "Regulation of 2020 art. 15, of 2025 art. 17"
        "未作约定的，按照每日利率万分之五支付逾期利息"
        "nothing is agreed: 0.05 % a day";
    BACK_TO_BACK:
        "法释〔2024〕11号批复第二条" "Interpretation Fa Shi [2024] No. 11, para. 2"
        "背靠背条款无效而利息未作约定的，批复按一年期LPR计息，与万分之五不一致，由使用人选定"
        "where a pay-when-paid clause is void and nothing is agreed, the reply has the one-year LPR, not 0.05 % a day: choose";
    TOLD:
        "条例第3条；(2023)京01民终5141号" "Regulation art. 3; (2023) Jing 01 Min Zhong 5141"
        "企业应当在订立合同时主动告知其属于中小企业；不能证明已告知的，有法院未支持万分之五"
        "the firm has to say when contracting that it is small or medium; without proof of that a court has refused 0.05 % a day";
    NO_CAP:
        "民间借贷规定第1条、第25条" "Private Lending Provisions art. 1, 25"
        "四倍LPR上限只适用于民间借贷，货款、工程款不受其限，仅供参考"
        "the cap of four times the LPR is for private lending only; for goods and works it is information";
    SALE:
        "买卖合同解释第18条第4款" "Sales Interpretation art. 18 para. 4"
        "未作约定的买卖合同：2019-08-20以后违约的，以违约时一年期LPR为基础加计30%至50%；之前违约的，以同期贷款基准利率参照罚息利率计算"
        "sales without agreement: in default from 2019-08-20 on, the one-year LPR of that day and 30 to 50 % more; earlier, the benchmark of the time with the penalty on loans";
    SERVICE:
        "民法典第646条；买卖合同解释第32条" "Civil Code art. 646; Sales Interpretation art. 32"
        "其他有偿合同参照买卖合同的规定，加计30%至50%"
        "other contracts for pay follow the rules of sales: 30 to 50 % more";
    CONSTRUCTION:
        "建设工程解释（一）第26条、第27条" "Construction Interpretation (I) art. 26, 27"
        "未作约定的工程款：按同期同类贷款利率或者同期LPR计息，自应付工程价款之日起计"
        "works without agreement: the loan rate or LPR of the same time, from the day the price is due";
    CONTINUING:
        "人民法院案例库2023-08-2-084-007；相反：(2022)京03民终7136号" "People's Courts case 2023-08-2-084-007; contrary: (2022) Jing 03 Min Zhong 7136"
        "条例施行前订立的合同，拖欠持续到施行后的，2020-09-01起可按万分之五（有争议）"
        "for a contract older than the Regulation still in default after it, 0.05 % a day from 2020-09-01 (contested)";
    OLDER:
        "条例2020第29条" "Regulation of 2020 art. 29"
        "合同订立于2020-09-01之前，条例对此前期间不溯及"
        "the contract was made before 2020-09-01; the Regulation does not reach back";
    NOT_COVERED:
        "条例第2条、第3条" "Regulation art. 2, 3"
        "双方不是机关、事业单位、大型企业与中小企业，不适用条例"
        "the parties are not a public body or large firm and a small or medium firm: the Regulation does not apply";
    UNDATED:
        "条例第3条" "Regulation art. 3"
        "合同订立日期不详，无法判断适用哪一种，请先查明"
        "the contract's day is unknown, and with it the law that applies: find it out first";
    PRINCIPAL_ONLY:
        "专项行动通知" "the notice of the campaign"
        "未选定计息依据时只记本金，不计利息"
        "where nobody chooses a basis the ledger is one of principal, without interest";
}
