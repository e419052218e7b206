//! The first two letters of a credit code → the body they are given to, and what the Regulation
//! makes of it.

use crate::text::Text;

/// A kind of body that credit codes are given to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// The first two letters of its codes.
    pub prefix: &'static str,
    /// What it is.
    pub name: Text,
}

/// What a body of a kind is to the Regulation (条例2, 28 of 2020 and 36 of 2025), as far as its
/// credit code can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Payer {
    /// 机关.
    Organ,
    /// 事业单位.
    Institution,
    /// A group organisation run on public money, held to it by reference.
    Group,
    /// A firm; the Regulation holds it only when it is large.
    Firm,
    /// Not one that must pay under the Regulation, or that only a person can tell.
    Other,
}

impl Payer {
    /// What the first two letters of a code tell.
    ///
    /// 51 is with the others: whether an association runs on public money cannot be told from
    /// its code ([`Payer::fits`] lets it be a group).
    pub fn of(prefix: &str) -> Self {
        match prefix {
            "11" => Self::Organ,
            "12" => Self::Institution,
            "13" => Self::Group,
            "91" => Self::Firm,
            _ => Self::Other,
        }
    }

    /// Whether a debtor said to be this may have a code with these first two letters.
    pub fn fits(self, prefix: &str) -> bool {
        self == Self::of(prefix) || self == Self::Group && prefix == "51"
    }

    /// What it is called.
    pub const fn name(self) -> Text {
        match self {
            Self::Organ => words("机关", "state organ"),
            Self::Institution => words("事业单位", "public institution"),
            Self::Group => words("团体组织(参照)", "group organisation, by reference"),
            Self::Firm => words(
                "企业(大型需按划型判定)",
                "firm; whether it is large is for its size to say",
            ),
            Self::Other => words(
                "不属于条例付款义务主体(需人工核对)",
                "not bound to pay by the Regulation; for a person to check",
            ),
        }
    }
}

const fn words(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

impl Kind {
    /// The kind of the first two letters of a code.
    pub fn find(prefix: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.prefix == prefix)
    }
}

const fn kind(prefix: &'static str, zh: &'static str, en: &'static str) -> Kind {
    let name = words(zh, en);
    Kind { prefix, name }
}

/// Every kind: GB 32100-2015 with its amendment of 2016, and what has been given out since (36,
/// 54, 55, 82, G, J, Q).
pub const KINDS: &[Kind] = &[
    kind("11", "机关", "state organ"),
    kind("12", "事业单位", "public institution"),
    kind("13", "群众团体", "mass organisation on the state's payroll"),
    kind("19", "机构编制其他", "other body of the state's payroll"),
    kind("21", "外国常驻新闻机构", "foreign news bureau"),
    kind("29", "外交其他", "other body of foreign affairs"),
    kind("31", "律师执业机构", "law firm"),
    kind("32", "公证处", "notary office"),
    kind("33", "基层法律服务所", "local legal service"),
    kind("34", "司法鉴定机构", "forensic institution"),
    kind("35", "仲裁委员会", "arbitration commission"),
    kind("36", "商事调解组织", "commercial mediation body"),
    kind("39", "司法行政其他", "other body of justice"),
    kind("41", "外国在华文化中心", "foreign cultural centre"),
    kind("49", "文化其他", "other body of culture"),
    kind("51", "社会团体", "association"),
    kind("52", "民办非企业单位", "private non-enterprise unit"),
    kind("53", "基金会", "foundation"),
    kind("54", "村民委员会", "villagers' committee"),
    kind("55", "居民委员会", "residents' committee"),
    kind("59", "民政其他", "other body of civil affairs"),
    kind("61", "外国旅游部门常驻代表机构", "foreign tourism office"),
    kind(
        "62",
        "港澳台旅游部门常驻代表机构",
        "tourism office of Hong Kong, Macau or Taiwan",
    ),
    kind("69", "旅游其他", "other body of tourism"),
    kind("71", "宗教活动场所", "place of worship"),
    kind("72", "宗教院校", "religious school"),
    kind("79", "宗教其他", "other religious body"),
    kind("81", "基层工会", "trade union"),
    kind("82", "非法人工会组织", "trade union without personality"),
    kind("89", "工会其他", "other body of trade unions"),
    kind("91", "企业", "firm"),
    kind("92", "个体工商户", "individual business"),
    kind("93", "农民专业合作社", "farmers' cooperative"),
    kind("99", "市场监管其他", "other body of market regulation"),
    kind("A1", "军队事业单位", "military institution"),
    kind("A9", "军队其他", "other military body"),
    kind("G1", "公安登记单位", "body registered with public security"),
    kind("G9", "公安其他", "other body of public security"),
    kind(
        "J1",
        "住建登记单位",
        "body registered with housing and construction",
    ),
    kind("J9", "住建其他", "other body of housing and construction"),
    kind("N1", "组级集体经济组织", "collective of a village group"),
    kind("N2", "村级集体经济组织", "collective of a village"),
    kind("N3", "乡镇级集体经济组织", "collective of a township"),
    kind("N9", "农业其他", "other body of agriculture"),
    kind(
        "Q1",
        "侨联登记单位",
        "body registered with overseas Chinese affairs",
    ),
    kind("Q9", "侨联其他", "other body of overseas Chinese affairs"),
    kind("Y1", "其他", "other body"),
];
