//! What the office works with: how units reported, whom to call, what to ask, what may be wrong
//! between files. These papers are for the office; they are not published.

use super::definitions::period;
use super::sheet::{Cell, Column, Kind, Paper, Sheet};
use super::{View, text, words};
use crate::county::{Candidate, Filed, Filing, Link, Row, questions as asked};
use crate::ledger::vocabulary::Vocabulary;
use crate::text::Words;

fn paper(key: &'static str, view: &View<'_>, title: (&str, &str), sheets: Vec<Sheet>) -> Paper {
    let period = period(view);
    Paper {
        key,
        title: words(
            format!("{}（{period}）", title.0),
            format!("{}, {period}", title.1),
        ),
        facts: Vec::new(),
        notes: Vec::new(),
        sheets,
        charts: Vec::new(),
        decimals: view.decimals(),
    }
}

fn sheet(
    key: &'static str,
    title: (&str, &str),
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
) -> Sheet {
    Sheet {
        key,
        title: words(title.0, title.1),
        columns,
        rows,
        total: None,
        notes: Vec::new(),
    }
}

/// How each unit reported, and the list of whom to call, with the telephones of the campaign's
/// roster.
pub fn roster(view: &View<'_>) -> Paper {
    let rows = view.roster.iter().map(line).collect();
    let all = sheet(
        "roster",
        ("报送情况", "Reports"),
        vec![
            Column::of("no", Kind::Count, "序号", "no."),
            Column::of("code", Kind::Text, "编码", "code"),
            Column::of("unit", Kind::Text, "单位", "unit"),
            Column::of("filing", Kind::Text, "报送情况", "report"),
            Column::of("filled_on", Kind::Text, "填报日期", "filled in on"),
            Column::of("received_on", Kind::Text, "收到日期", "received on"),
            Column::of("revision", Kind::Count, "版次", "revision"),
            Column::of("link", Kind::Text, "版次接续", "chain"),
            Column::of("count", Kind::Count, "笔数", "debts"),
            Column::of("questions", Kind::Count, "未说明的提醒", "open warnings"),
            Column::of("refused", Kind::Count, "退回文件", "refused"),
            Column::of("remark", Kind::Text, "备注", "remark"),
        ],
        rows,
    );
    let called = view.roster.iter().filter(|row| row.to_call);
    let call = sheet(
        "to_call",
        ("催报名单", "Whom to call"),
        vec![
            Column::of("unit", Kind::Text, "单位", "unit"),
            Column::of("phone", Kind::Text, "电话", "telephone"),
            Column::of("remark", Kind::Text, "备注", "remark"),
        ],
        called
            .map(|row| {
                let phone = match row.unit.phone.as_str() {
                    "" => Cell::Words(words("名录未列", "not on the roster")),
                    phone => Cell::from(phone),
                };
                vec![
                    Cell::from(row.unit.name.as_str()),
                    phone,
                    Cell::Words(remark(row)),
                ]
            })
            .collect(),
    );
    let mut paper = paper("roster", view, ("报送情况", "Reports"), vec![all, call]);
    let count = |wanted: Filing| {
        view.roster
            .iter()
            .filter(|row| row.filing == wanted)
            .count()
    };
    for filing in Filing::ALL {
        paper
            .facts
            .push((filing.choice().label(), Words::same(&count(*filing))));
    }
    let due = view.county.settings.due_of(view.period, view.campaign);
    let due = due.map_or_else(|| words("未设", "none"), |due| Words::same(&due));
    paper.facts.push((text("报送期限", "due"), due));
    paper
}

fn line(row: &Row<'_>) -> Vec<Cell> {
    let of = |cell: fn(&Filed<'_>) -> Cell| row.filed.as_ref().map_or(Cell::Blank, cell);
    vec![
        Cell::Count(row.place + 1),
        Cell::from(row.unit.code.as_str()),
        Cell::from(row.unit.name.as_str()),
        Cell::from(row.filing.choice().label()),
        of(|filed| {
            filed
                .received
                .ledger
                .header
                .filled_on
                .map_or(Cell::Blank, Cell::Day)
        }),
        of(|filed| Cell::Day(filed.received.received_on)),
        of(|filed| {
            Cell::Count(usize::try_from(filed.received.ledger.revision).unwrap_or_default())
        }),
        of(|filed| filed.link.choice().label().into()),
        of(|filed| Cell::Count(filed.received.ledger.entries.len())),
        of(|filed| Cell::Count(filed.received.counts.warnings)),
        Cell::Count(row.refused),
        Cell::Words(remark(row)),
    ]
}

fn remark(row: &Row<'_>) -> Words {
    let mut said: Vec<(String, String)> = Vec::new();
    let mut say = |zh: String, en: String| said.push((zh, en));
    if row.is_late && row.filing == Filing::Nil {
        say("零报告逾期".to_owned(), "nil report late".to_owned());
    }
    if 0 < row.refused && row.filed.is_none() {
        say(
            "来件已退回，待改正".to_owned(),
            "its file was refused".to_owned(),
        );
    }
    if 0 < row.other_periods {
        let count = row.other_periods;
        say(
            format!("另有{count}份属于其他报告期"),
            format!("{count} files of another period"),
        );
    }
    if 1 < row.revisions {
        let count = row.revisions;
        say(format!("本期共报{count}版"), format!("{count} revisions"));
    }
    if row.unit.to_be_confirmed {
        say(
            "是否应报有待核实".to_owned(),
            "whether it reports is unconfirmed".to_owned(),
        );
    }
    if row
        .filed
        .is_some_and(|filed| !matches!(filed.link, Link::First | Link::Follows))
    {
        say(
            "版次有疑问".to_owned(),
            "its revisions need a look".to_owned(),
        );
    }
    let (zh, en): (Vec<String>, Vec<String>) = said.into_iter().unzip();
    words(zh.join("；"), en.join("; "))
}

/// The files that were refused, with what stands in their way.
pub fn refused(view: &View<'_>) -> Paper {
    let mut rows = Vec::new();
    for one in view.county.refused() {
        let unit = one
            .unit
            .as_deref()
            .and_then(|code| view.campaign.unit(code));
        for told in &one.findings {
            rows.push(vec![
                Cell::from(one.name.as_str()),
                Cell::from(unit.map_or("", |unit| unit.name.as_str())),
                Cell::Day(one.received_on),
                Cell::from(told.code.as_str()),
                Cell::from(told.path.as_str()),
                Cell::Words(told.message.clone()),
            ]);
        }
    }
    let columns = vec![
        Column::of("file", Kind::Text, "文件", "file"),
        Column::of("unit", Kind::Text, "单位", "unit"),
        Column::of("received_on", Kind::Text, "收到日期", "received on"),
        Column::of("code", Kind::Text, "规则", "rule"),
        Column::of("path", Kind::Text, "位置", "place"),
        Column::of("message", Kind::Text, "问题", "what is wrong"),
    ];
    let all = sheet("refused", ("退回的文件", "Refused files"), columns, rows);
    paper("refused", view, ("退回的文件", "Refused files"), vec![all])
}

/// What accepted files leave to be asked.
pub fn questions(view: &View<'_>) -> Paper {
    let asked = asked(&view.counted, view.campaign, view.earlier, view.law);
    let rows = asked.iter().map(|one| {
        vec![
            Cell::from(one.unit.name.as_str()),
            Cell::from(one.debt_id.as_str()),
            Cell::from(one.told.code.as_str()),
            Cell::Words(if one.is_error {
                words("错误", "error")
            } else {
                words("提醒", "warning")
            }),
            Cell::Words(one.told.message.clone()),
        ]
    });
    let columns = vec![
        Column::of("unit", Kind::Text, "单位", "unit"),
        Column::of("debt_id", Kind::Text, "欠款编号", "debt"),
        Column::of("code", Kind::Text, "规则", "rule"),
        Column::of("severity", Kind::Text, "程度", "severity"),
        Column::of("message", Kind::Text, "问题", "what to ask"),
    ];
    let all = sheet(
        "questions",
        ("待说明的问题", "Questions to units"),
        columns,
        rows.collect(),
    );
    paper(
        "questions",
        view,
        ("待说明的问题", "Questions to units"),
        vec![all],
    )
}

/// What may be wrong between files, ranked, with what was decided.
pub fn candidates(view: &View<'_>, found: &[Candidate]) -> Paper {
    let rows = (1..).zip(found).map(|(no, one)| {
        let (decision, has_lapsed) = one.decision(view.county);
        let said = match decision {
            Some(decision) => decision.verdict.choice().label().into(),
            None if has_lapsed => words("原决定已失效，请重新核定", "the decision has lapsed"),
            None => words("待核定", "to be decided"),
        };
        let join = |parts: Vec<String>| parts.join("；");
        let debts: Vec<String> = one
            .refs
            .iter()
            .map(|one| format!("{} {} {}", one.unit_name, one.debt_id, one.amount))
            .collect();
        vec![
            Cell::Count(no),
            Cell::from(one.kind.choice().label()),
            Cell::Count(usize::try_from(one.score).unwrap_or_default()),
            Cell::Amount(one.at_stake),
            Cell::Words(words(
                join(one.why.iter().map(|why| why.zh.clone()).collect()),
                join(one.why.iter().map(|why| why.en.clone()).collect()),
            )),
            Cell::Text(join(debts)),
            Cell::Words(said),
            Cell::from(one.key.as_str()),
        ]
    });
    let columns = vec![
        Column::of("no", Kind::Count, "序号", "no."),
        Column::of("kind", Kind::Text, "类别", "kind"),
        Column::of("score", Kind::Count, "可能性", "likelihood"),
        Column::of("at_stake", Kind::Amount, "涉及金额", "at stake"),
        Column::of("why", Kind::Text, "依据", "why"),
        Column::of("debts", Kind::Text, "欠款", "debts"),
        Column::of("decision", Kind::Text, "核定", "decision"),
        Column::of("key", Kind::Text, "标识", "key"),
    ];
    let all = sheet(
        "candidates",
        ("单位之间的疑点", "Between units"),
        columns,
        rows.collect(),
    );
    paper(
        "candidates",
        view,
        ("单位之间的疑点", "Between units"),
        vec![all],
    )
}

/// Each line of each list beside the ledgers.
pub fn compared(view: &View<'_>) -> Paper {
    let compared = view.county.compared(view.campaign);
    let rows = compared.iter().map(|one| {
        let [debtor, creditor, project] = &one.named;
        let unit = one.unit.as_ref().map_or("", |(_, name)| name.as_str());
        vec![
            Cell::from(one.list.as_str()),
            Cell::Count(one.line),
            Cell::from(unit),
            Cell::from(debtor.as_str()),
            Cell::from(creditor.as_str()),
            Cell::from(project.as_str()),
            one.listed.map_or(Cell::Blank, Cell::Amount),
            Cell::Amount(one.reported),
            Cell::from(one.outcome.choice().label()),
        ]
    });
    let columns = vec![
        Column::of("list", Kind::Text, "清单", "list"),
        Column::of("line", Kind::Count, "行", "line"),
        Column::of("unit", Kind::Text, "应报单位", "unit"),
        Column::of("debtor", Kind::Text, "欠款单位", "debtor"),
        Column::of("creditor", Kind::Text, "被拖欠企业", "creditor"),
        Column::of("project", Kind::Text, "项目（合同）", "project"),
        Column::of("listed", Kind::Amount, "清单金额", "listed"),
        Column::of("reported", Kind::Amount, "台账金额", "reported"),
        Column::of("outcome", Kind::Text, "比对结果", "outcome"),
    ];
    let all = sheet(
        "compared",
        ("与外部清单比对", "Beside the lists"),
        columns,
        rows.collect(),
    );
    paper(
        "compared",
        view,
        ("与外部清单比对", "Beside the lists"),
        vec![all],
    )
}
