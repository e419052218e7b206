//! Ledgers as large as wanted, as clerks would fill them in, and edits of them; the same on every
//! machine.

use arrears_ledger::amount::Unit;
use arrears_ledger::codes::Uscc;
use arrears_ledger::ledger::fields::Record;
use arrears_ledger::ledger::{Entry, Header, Ledger};

/// Numbers that look random and never are.
#[derive(Debug, Clone)]
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) const fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `most`.
    pub(crate) fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(most.max(1)).unwrap()).unwrap()
    }

    pub(crate) fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

const OFFICES: [(&str, &str); 6] = [
    ("龙泉乡人民政府", "机关"),
    ("龙泉乡中心卫生院", "事业单位"),
    ("龙泉乡中心学校", "事业单位"),
    ("龙泉乡农业服务中心", "事业单位"),
    ("龙泉乡文化服务中心", "事业单位"),
    ("龙泉乡便民服务中心", "事业单位"),
];
const TOWNS: [&str; 6] = ["叶县", "平顶山市", "舞钢市", "郏县", "宝丰县", "鲁山县"];
const NAMES: [&str; 8] = [
    "万顺", "宏远", "安泰", "博雅", "金源", "恒信", "中原", "华盛",
];
const TRADES: [&str; 5] = ["市政工程", "建筑工程", "办公设备", "商贸", "园林绿化"];
const WORKS: [&str; 6] = [
    "道路硬化工程",
    "桥梁加固工程",
    "办公楼维修",
    "办公桌椅采购",
    "绿化养护服务",
    "饮水安全工程",
];
const CAUSES: [&str; 4] = [
    "财政资金困难",
    "未结算",
    "财政资金困难、未结算",
    "工程尾款未结算",
];

fn creditor(number: usize) -> (String, String) {
    let part = |list: &[&'static str], by: usize| list[number / by % list.len()];
    let name = format!(
        "{}{}{}{}有限公司",
        part(&TOWNS, 1),
        part(&NAMES, 6),
        part(&NAMES, 48),
        part(&TRADES, 384)
    );
    (format!("{name}{number}分公司"), code("91", number))
}

/// A sound credit code.
fn code(kind: &str, number: usize) -> String {
    let body = format!("{:08}", number + 10_000_000);
    let org = arrears_ledger::codes::org_check(&body).unwrap();
    let start = format!("{kind}410422{body}{org}");
    let sound =
        |letter: &char| Uscc::parse(&format!("{start}{letter}")).is_ok_and(|code| code.checks());
    let letter = "0123456789ABCDEFGHJKLMNPQRTUWXY"
        .chars()
        .find(sound)
        .unwrap();
    format!("{start}{letter}")
}

fn yuan(dice: &mut Dice, most: usize) -> usize {
    (1 + dice.below(most)) * 100
}

fn day(dice: &mut Dice, year: usize) -> String {
    format!(
        "{}-{:02}-{:02}",
        year,
        1 + dice.below(12),
        1 + dice.below(28)
    )
}

/// One debt: mostly in order, with a slip in one cell of so many.
fn debt(row: usize, rows: usize, slip_in: usize, dice: &mut Dice) -> Entry {
    let mut entry = Entry::default();
    let office = if dice.percent(70) { 0 } else { dice.below(6) };
    let (debtor, kind) = OFFICES[office];
    let (name, uscc) = creditor(dice.below(1 + rows / 3));
    let year = 2016 + dice.below(5);
    let contract = 2 * yuan(dice, 20_000);
    let arrears = contract / 4 / (1 + dice.below(4));
    let project = format!("{year}年{debtor}{}（{}标段）", dice.one(&WORKS), row + 1);
    let money = |yuan: usize| format!("{yuan}元");
    let is_works = project.contains("工程");
    let cells = [
        ("seq_no", (row + 1).to_string()),
        ("debt_id", format!("410422207-2022-06-{:04}", row + 1)),
        ("source_channel", "self_check".to_owned()),
        ("debtor_name", debtor.to_owned()),
        (
            "debtor_uscc",
            code(if office == 0 { "11" } else { "12" }, office),
        ),
        ("debtor_type", kind.to_owned()),
        ("debtor_channel", "乡镇".to_owned()),
        ("debtor_area_code", "410422207".to_owned()),
        ("creditor_name", name),
        ("creditor_uscc", uscc),
        (
            "creditor_size",
            dice.one(&["微型", "小型", "中型"]).to_owned(),
        ),
        ("project_name", project),
        ("contract_no", format!("LQ-{year}-{}", row + 1)),
        ("contract_basis", "书面合同".to_owned()),
        ("sign_date", day(dice, year)),
        (
            "procurement_kind",
            if is_works { "工程" } else { "货物" }.to_owned(),
        ),
        (
            "money_kind",
            if is_works { "工程款" } else { "货款" }.to_owned(),
        ),
        ("sector", dice.one(&["其他", "交通"]).to_owned()),
        ("contract_amount", money(contract)),
        ("paid_before", money(contract - arrears)),
        ("arrears_amount", money(arrears)),
        ("delivered_on", day(dice, year + 1)),
        ("due_date", day(dice, year + 2)),
        ("dispute", "无分歧".to_owned()),
        ("judicial", "未进入".to_owned()),
        ("causes", dice.one(&CAUSES).to_owned()),
        ("migrant_wages", "否".to_owned()),
        ("plan_finish", "2022-12".to_owned()),
        ("duty_unit", debtor.to_owned()),
        (
            "duty_person",
            dice.one(&["李某", "张某", "王某"]).to_owned(),
        ),
        ("status", "booked".to_owned()),
    ];
    for (key, text) in cells {
        let is_slip = dice.below(slip_in) == 0 && key != "debt_id";
        let text = if is_slip { "约" } else { &text };
        set(&mut entry, key, text);
    }
    entry
}

fn set<R: Record>(record: &mut R, key: &str, text: &str) {
    let record = record.as_table_mut();
    let index = record.find(key).unwrap();
    record.write(index, text, Unit::Wan);
}

/// A ledger of so many debts, with a slip in one cell of four hundred.
pub(crate) fn ledger(rows: usize, seed: u64) -> Ledger {
    slipping(rows, seed, 400)
}

/// The same with a slip in one cell of so many; every cell can be read where that is `usize::MAX`.
pub(crate) fn slipping(rows: usize, seed: u64, slip_in: usize) -> Ledger {
    let mut dice = Dice::of(seed);
    let mut header = Header::default();
    for (key, text) in [
        ("report_unit_code", "410422207"),
        ("report_unit_name", "龙泉乡人民政府"),
        ("report_unit_kind", "township"),
        ("period", "2022-06"),
        ("cutoff_date", "2022-06-10"),
        ("amount_unit", "万元"),
        ("is_nil", "否"),
        ("filled_on", "2022-06-12"),
        ("filler", "李某"),
        ("sealed", "否"),
    ] {
        set(&mut header, key, text);
    }
    Ledger {
        header,
        entries: (0..rows)
            .map(|row| debt(row, rows, slip_in, &mut dice))
            .collect(),
        campaign: "yexian-2022".to_owned(),
        revision: 1,
        ..Ledger::default()
    }
}

/// What somebody types: a row, a column, a text.
#[derive(Debug, Clone)]
pub(crate) struct Typed {
    pub(crate) row: usize,
    pub(crate) key: &'static str,
    pub(crate) text: String,
}

/// So many cells typed all over a ledger: amounts, names, dates, choices.
pub(crate) fn typed(count: usize, rows: usize, seed: u64) -> Vec<Typed> {
    let mut dice = Dice::of(seed);
    let mut one = |number: usize| {
        let row = dice.below(rows);
        let (key, text) = match dice.below(20) {
            0..4 => (
                "arrears_amount",
                format!("{}元", yuan(&mut dice, 5_000) + number),
            ),
            4..6 => (
                "contract_amount",
                format!("{}元", yuan(&mut dice, 60_000) + number),
            ),
            6 => ("arrears_amount", format!("约{number}")),
            7..9 => ("creditor_name", creditor(number + rows).0),
            9 => ("debtor_name", format!("龙泉乡{number}村")),
            10..12 => ("project_name", format!("{number}号工程")),
            12..14 => (
                "sign_date",
                format!("{}年", 2015 + number % 5)
                    + &format!("{}月{}日", 1 + number % 12, 1 + number % 27),
            ),
            14..16 => (
                "due_date",
                format!("{}-{:02}", 2019 + number % 3, 1 + number % 12),
            ),
            16 => (
                "dispute",
                dice.one(&["有分歧", "部分分歧", "无分歧"]).to_owned(),
            ),
            17 => (
                "creditor_size",
                dice.one(&["微型", "小型", "中型"]).to_owned(),
            ),
            18 => ("causes", dice.one(&CAUSES).to_owned()),
            _ => ("remark", format!("{number}次催收")),
        };
        Typed { row, key, text }
    };
    (0..count).map(&mut one).collect()
}

/// The columns of the full form that [`ledger`] fills.
pub(crate) const FULL: [&str; 31] = [
    "seq_no",
    "debt_id",
    "source_channel",
    "debtor_name",
    "debtor_uscc",
    "debtor_type",
    "debtor_channel",
    "debtor_area_code",
    "creditor_name",
    "creditor_uscc",
    "creditor_size",
    "project_name",
    "contract_no",
    "contract_basis",
    "sign_date",
    "procurement_kind",
    "money_kind",
    "sector",
    "contract_amount",
    "paid_before",
    "arrears_amount",
    "delivered_on",
    "due_date",
    "dispute",
    "judicial",
    "causes",
    "migrant_wages",
    "plan_finish",
    "duty_unit",
    "duty_person",
    "status",
];

/// The fourteen columns of the short form.
pub(crate) const SHORT: [&str; 14] = [
    "seq_no",
    "debtor_name",
    "debtor_type",
    "creditor_name",
    "creditor_uscc",
    "project_name",
    "procurement_kind",
    "sign_date",
    "contract_amount",
    "arrears_amount",
    "due_date",
    "dispute",
    "causes",
    "remark",
];

/// Some columns of a ledger as a spreadsheet copies them, with their headings.
pub(crate) fn copied(ledger: &Ledger, keys: &[&str]) -> String {
    let fields: Vec<_> = keys.iter().map(|key| Entry::field(key).unwrap()).collect();
    let labels: Vec<&str> = fields
        .iter()
        .map(|field| Entry::spec(*field).label().zh)
        .collect();
    let mut text = labels.join("\t") + "\n";
    for entry in &ledger.entries {
        let cells: Vec<String> = fields
            .iter()
            .map(|field| entry.text(*field, Unit::Wan))
            .collect();
        text.push_str(&cells.join("\t"));
        text.push('\n');
    }
    text
}
