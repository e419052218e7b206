//! The format of a campaign file: every member declared once, for its schema and for its page.

use super::campaign::{Member, Record, Shape};
use crate::campaign::FORMAT;
use crate::text::Text;

/// `record = "中文", "English" { needed|maybe key: Shape = "中文", "English"; … }`.
macro_rules! records {
    ($( $record:ident = $zh:literal, $en:literal { $(
        $presence:ident $key:ident : $shape:ident $(($of:expr))? = $key_zh:literal, $key_en:literal;
    )+ } )+) => {
        /// The records of a campaign file, in the order of the page; the first is the file itself.
        pub const RECORDS: &[Record] = &[ $( Record {
            key: stringify!($record),
            title: Text { zh: $zh, en: $en },
            members: &[ $( Member {
                key: stringify!($key),
                shape: Shape::$shape $(($of))?,
                is_needed: records!(@$presence),
                words: Text { zh: $key_zh, en: $key_en },
            } ),+ ],
        } ),+ ];
    };
    (@needed) => { true };
    (@maybe) => { false };
}

records! {
    campaign = "专项行动", "the file" {
        needed format: Const(FORMAT) = "固定写法", "as it stands here";
        needed version: Version = "格式版本，现为1", "the version of the format, 1";
        needed id: Text = "行动代号，写进每份提交文件", "the name submissions give the campaign";
        needed title: Record("words") = "行动全称", "the full title";
        needed short: Record("words") = "页面顶端的简称", "a few words for the top of a page";
        needed notice: Record("notice") = "所依据的通知", "the notice it rests on";
        needed area: Text = "县的行政区划代码，6位", "the county's area code, six digits";
        needed county: Text = "县名，单位名称里可省略的部分", "the county's name, which names of units may leave out";
        needed period: DayOrMonth = "报告期，例如2022-06", "the period reported, such as 2022-06";
        needed amount_unit: CodeOf("amount_unit") = "新台账的金额单位", "the unit of money of a new ledger";
        needed nil_report: OneOf(&["explicit", "deemed"]) = "没有拖欠的单位：explicit须作零报告，deemed不报即视为没有", "a unit that owes nothing: explicit must say so, deemed may be silent";
        needed deadlines: Record("deadlines") = "各项期限", "when things are due";
        needed office: Record("office") = "收表、答疑的办公室", "who collects and answers questions";
        needed sheet_title: Text = "打印表格的标题", "the title of the printed table";
        needed units: Records("unit") = "报送单位名录", "the roster of reporting units";
        maybe began_on: Day = "行动开始日期，此后形成的拖欠为新增", "the day the campaign began: arrears since then are new";
        maybe external: Texts = "有职责但不报送的单位，例如金融监管机构", "bodies with duties that do not report";
        maybe outside: Records("outside") = "曾属本县、已划出的地方", "places that are no longer the county's";
        needed plan_makers: Records("line") = "清偿计划由谁制定：从上往下，第一行相符的为准", "who makes the plan: the first line that fits";
        needed supervisors: Records("line") = "由谁督促：相符的各行都算", "who supervises: every line that fits";
        needed consequences: Records("consequence") = "处理方式和后果：相符的各行都算", "what follows: every line that fits";
        maybe reasons: Texts = "确认提醒时可选的理由", "reasons offered to whoever confirms a warning";
        maybe rules: Records("setting") = "可由行动设定的规则的开关和界限", "rules switched, and limits moved";
    }
    words = "中英文词句", "words in both languages" {
        needed zh: Text = "中文", "in Chinese";
        needed en: Text = "英文", "in English";
    }
    notice = "通知", "the notice" {
        needed number: Text = "文号", "its number";
        needed issued_on: Day = "印发日期，可以晚于期限", "when it was issued, perhaps after its own deadlines";
    }
    deadlines = "期限", "deadlines" {
        needed ledger: Day = "台账报送期限", "for ledgers";
        needed plan: Day = "清偿计划报送期限", "for repayment plans";
    }
    office = "收表办公室", "the office that collects" {
        needed name: Text = "名称", "its name";
        needed phone: Text = "电话，没有的留空", "its telephone, or nothing";
        needed email: Text = "邮箱，没有的留空", "its mailbox, or nothing";
    }
    unit = "报送单位", "a reporting unit" {
        needed code: Text = "乡镇（街道）用统计用区划代码，其他用本县自编代码", "the area code of a township, or the county's own code";
        needed name: Text = "名录中的名称", "its name on the roster";
        needed kind: CodeOf("report_unit_kind") = "单位类别", "its kind";
        maybe also: Texts = "现用的其他名称和简称", "other names in use";
        maybe former: Texts = "已不用的旧名称", "names no longer in use";
        maybe sector: CodeOf("sector") = "主管的行业", "the trade it guides";
        maybe phone: Text = "催报用的办公电话", "its telephone, for the office that asks for reports";
        maybe to_be_confirmed: Flag = "没有正式名单依据，有待核实", "no official list names it";
    }
    outside = "已划出的地方", "a place no longer the county's" {
        needed name: Text = "地名", "its name";
        needed now: Text = "现属何处", "where it belongs now";
    }
    line = "职责表的一行", "a line of the responsibility matrix" {
        needed id: Text = "行号，供引用，不得重复", "a name to quote, used once";
        needed clause: Text = "出处，例如notice 二（二）", "the clause that says so";
        maybe rule: Text = "欠款所列单位缺少这一行的单位时，由哪条规则提示", "the rule that speaks where a debt leaves a body of this line out";
        maybe inferred: Flag = "通知没有明说，是推定的", "the notice does not say it in so many words";
        needed when: When = "哪些欠款：列出的每一栏，欠款都要有所列代码之一；不列表示全部", "which debts: one of the codes in each column named; none named, every debt";
        maybe provided: Record("words") = "台账看不出的条件，照文字显示，由人判断", "a condition no column tells; shown in words, judged by people";
        maybe who: Bodies = "单位：名录或external中的名称，或@开头的角色；制定计划的行不写，表示通知未明确", "bodies by name, or by their part in the debt; none in a plan-maker's line where the notice is silent";
        maybe text: Record("words") = "做什么，有什么后果", "what they do, or what follows";
    }
    consequence = "后果的一行（另有职责表一行的各项）", "a consequence: a line of the matrix, and" {
        needed kind: Effect = "关于什么", "what it is about";
    }
    setting = "对一条规则的设定", "what is decided about a rule" {
        needed code: Text = "规则编号", "the rule's code";
        maybe on: Flag = "是否校验；不写按规则本身", "whether it is asked; left out, as the rule has it";
        maybe limits: Records("limit") = "移动的界限", "the limits that are moved";
    }
    limit = "移动的界限", "a limit that is moved" {
        needed name: Text = "界限名称", "the limit's name";
        maybe yuan: Yuan = "金额，元；金额界限用", "an amount in yuan, for limits of money";
        maybe value: Whole = "数值；其他界限用", "a number, for all others";
    }
}
