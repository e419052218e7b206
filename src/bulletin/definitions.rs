//! The head of the bulletin, and what its figures mean: printed with them, for a rate says nothing
//! without its base.

use super::progress::Progress;
use super::{View, text, words};
use crate::amount::Amount;
use crate::county::Filing;
use crate::text::{Text, Words};

pub(super) fn title(view: &View<'_>) -> Words {
    let campaign = view.campaign;
    let period = period(view);
    words(
        format!("{}清偿情况通报（{period}）", campaign.title.zh),
        format!("{}: bulletin of {period}", campaign.title.en),
    )
}

pub(super) fn period(view: &View<'_>) -> String {
    view.period
        .map_or_else(|| "—".to_owned(), |period| period.to_string())
}

pub(super) fn facts(view: &View<'_>) -> Vec<(Text, Words)> {
    let settings = &view.county.settings;
    let mut facts = Vec::new();
    if 0 < settings.issue {
        let issue = settings.issue;
        facts.push((
            text("期数", "issue"),
            words(format!("第{issue}期"), issue.to_string()),
        ));
    }
    let cutoff = view
        .cutoff
        .map_or_else(|| "—".to_owned(), |day| day.to_string());
    facts.push((text("数据截止日期", "as of"), Words::same(&cutoff)));
    let decimals = settings.decimals;
    facts.push((
        text("金额单位", "unit of money"),
        words(
            format!("万元（保留{decimals}位小数）"),
            format!("CNY 10,000, {decimals} decimals"),
        ),
    ));
    let office = &view.campaign.office.name;
    facts.push((text("发布单位", "issued by"), Words::same(&office)));
    facts.push((text("发布日期", "issued on"), Words::same(&view.today)));
    facts.push((text("报送情况", "reports"), filings(view)));
    facts
}

fn filings(view: &View<'_>) -> Words {
    let count = |wanted: Filing| {
        view.roster
            .iter()
            .filter(|row| row.filing == wanted)
            .count()
    };
    let (on_time, late, nil) = (
        count(Filing::OnTime),
        count(Filing::Late),
        count(Filing::Nil),
    );
    let (missing, deemed) = (count(Filing::Missing), count(Filing::DeemedNil));
    let all = view.roster.len();
    let missing_zh = if 0 < deemed {
        format!("未报送（视同零报告）{deemed}家")
    } else {
        format!("未报送{missing}家")
    };
    words(
        format!("应报{all}家：按时{on_time}家，逾期{late}家，零报告{nil}家，{missing_zh}"),
        format!(
            "of {all} units {on_time} on time, {late} late, {nil} nil, {} not reported",
            missing + deemed
        ),
    )
}

pub(super) fn notes(view: &View<'_>, progress: &Progress<'_>) -> Vec<Words> {
    let settings = &view.county.settings;
    let mut notes = vec![words(
        "应清偿总额为拖欠金额之和，不含转司法、核减和移交的欠款；零报告、未报送单位列出，各项为零，不排名",
        "arrears leave out debts in court, taken off or transferred; units with nil reports or none are listed with nothing, and without a rank",
    )];
    notes.push(words(
        "无分歧、有分歧按金额分列；部分分歧的一笔，两栏各计其部分，笔数也各计一次",
        "a partly disputed debt counts under undisputed and under disputed, each with its part",
    ));
    notes.push(words(
        "本期新增为首次入账期是本期的欠款；本期清偿为上期数据截止日以后登记的清偿，没有上期台账的单位为入账以来的清偿；现金清偿按清偿方式单列",
        "new debts were first reported in this period; repaid in the period is what was recorded after the day the earlier ledger is counted to, and of units without one all since booking; cash is by the method of payment",
    ));
    notes.push(words(
        "无分歧已清偿：清偿先计入无分歧部分。余额＝应清偿总额－累计清偿。计划到期未还：数据截止日前到期的分期，未还足的部分",
        "payments go to the undisputed part first; the balance is arrears less repaid; overdue is what instalments due before the as-of date are short of",
    ));
    notes.push(if settings.disputed_in_base {
        words(
            "清偿率＝累计清偿÷应清偿总额（含有分歧欠款）；无分歧清偿率＝无分歧已清偿÷无分歧金额",
            "clearance is repaid of arrears, disputed debts among them; undisputed clearance is undisputed repaid of undisputed",
        )
    } else {
        words(
            "清偿率不含有分歧欠款，与无分歧清偿率相同：无分歧已清偿÷无分歧金额",
            "clearance leaves disputed debts out, and is the undisputed clearance: undisputed repaid of undisputed",
        )
    });
    notes.push(words(
        "化解率＝（累计清偿＋已签书面还款协议的余额）÷应清偿总额，不是清偿率；分母为零的记“—”",
        "settlement is what is repaid, or agreed upon in writing, of arrears; it is not clearance; a rate of nothing is a dash",
    ));
    notes.push(words(
        "排名按无分歧清偿率从高到低，相同的余额小者在前，再相同的按名录顺序；没有无分歧欠款的单位不排名",
        "ranks are by undisputed clearance; of equal ones the smaller balance, then the roster decides; units with no undisputed arrears have none",
    ));
    notes.push(words(
        "金额按分精确相加，只在显示时四舍五入一次；合计不由显示的数字相加得出",
        "amounts are added exactly and rounded once, when shown; totals are not of shown figures",
    ));
    let off: usize = view.counted.iter().map(|one| one.taken_off).sum();
    if 0 < off {
        notes.push(words(
            format!("经核定为重复填报的{off}笔，只在一个单位计算，其他单位按核减处理"),
            format!("{off} debts found to be reported twice count at one unit, and are taken off at the other"),
        ));
    }
    if view.accounts.waiting != Amount::ZERO {
        let waiting = view.accounts.waiting.in_wan(view.decimals());
        notes.push(words(
            format!("上期报送、本期尚未报送的单位，上期余额共{waiting}万元，未计入本期"),
            format!("units that reported before and have not yet owed {waiting} then; it is not in these figures"),
        ));
    }
    if !progress
        .total
        .cleared_rate(settings.disputed_in_base)
        .is_known()
    {
        notes.push(words(
            "本期没有应清偿的欠款",
            "there are no arrears in this period",
        ));
    }
    notes
}
