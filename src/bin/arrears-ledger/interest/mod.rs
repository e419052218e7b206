//! `interest`: a statement of computation, or the bases side by side, of figures given or of a
//! ledger.

mod apply;
mod book;

use arrears_ledger::almanac::{Almanac, Rate};
use arrears_ledger::amount::Amount;
use arrears_ledger::calc::accrual::{Debt, Manner};
use arrears_ledger::calc::appropriation::Balance;
use arrears_ledger::calc::basis::{Basis, Case, Kind};
use arrears_ledger::calc::interest::Per;
use arrears_ledger::calc::progress::Payment;
use arrears_ledger::calc::schedule::Instalment;
use arrears_ledger::calc::statement::{self, Question, state};
use arrears_ledger::calc::term::Payer;
use arrears_ledger::printout::{self, Page};
use arrears_ledger::text::Words;
use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};

use crate::input::{day, today_in_china};
use crate::sums::{Counting, Output, Stop, dated, money, percent, times};

/// 逾期利息计算书：每一段的起止、天数、利率及来源、基数、金额，每笔付款抵了什么，合计多少。 A statement of late interest, span by span
///
/// 计息依据由使用人用 --basis 选定。不选时，程序说明法律上的建议，按无人选定时的办法计算，并注明尚未选定；
/// --alternatives 把可能的依据并列对照。
///
/// Each span of days with its rate, the rate's source, base and amount; each payment and where it
/// went; the total. The basis is chosen by you with --basis.
///
/// 例 (example): 机关2023年购货欠款50万元，2024-01-31到期，2024-05-10付10万元
///
///   arrears-ledger interest --principal 50万元 --due 2024-01-31 --as-of 2024-12-31 \
///     --payment 2024-05-10=100000 --basis statutory
///
/// 台账：interest --ledger 台账.json 逐笔计息并合计；加 --debt 编号，打印该笔的计算书。用台账中选定的计息依据；
/// 没有选定的不计入合计，并列出可能的依据。加 --basis 和 --write，把选定的依据写入台账。
///
/// Of a ledger: --ledger FILE, a line a debt; with --debt ID, its statement, on the basis stored with
/// the debt. With --basis and --write the basis chosen is stored.
#[derive(Args)]
#[command(
    verbatim_doc_comment,
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true
)]
pub(crate) struct Interest {
    #[command(subcommand)]
    apply: Option<Under>,
    #[command(flatten)]
    given: Given,
    #[command(flatten)]
    book: book::Book,
    /// 到期日是休息日也不顺延；不写则顺延到下一个工作日（民法典第203条）。 Do not move a due day that is a day off to the next workday (Civil Code art. 203).
    #[arg(long)]
    no_roll: bool,
    /// 计算到哪一天；不写则为台账的截止日期，没有台账的为今天。 The day to compute to; without it, the ledger's cutoff date, or today in China.
    #[arg(long, value_name = "DAY", value_parser = day)]
    as_of: Option<NaiveDate>,
    #[command(flatten)]
    parties: Parties,
    #[command(flatten)]
    chosen: Chosen,
    /// 把可能的计息依据并列对照。 Puts everything worth comparing side by side.
    #[arg(long, conflicts_with = "basis")]
    alternatives: bool,
    #[command(flatten)]
    counting: Counting,
    #[command(flatten)]
    output: Output,
}

#[derive(Subcommand)]
enum Under {
    Apply(apply::Apply),
}

/// The debt, where no ledger has it.
#[derive(Args)]
struct Given {
    /// 本金：元，或者带单位（50万元）。 What is owed, in yuan (500000) or with its unit (50万元).
    #[arg(long, value_name = "AMOUNT", value_parser = money, required_unless_present = "ledger", conflicts_with = "ledger")]
    principal: Option<Amount>,
    /// 实现债权的费用，付款先抵这一项。 What it cost to get the money (实现债权的费用), which payments go to first.
    #[arg(long, value_name = "AMOUNT", value_parser = money, conflicts_with = "ledger")]
    fees: Option<Amount>,
    /// 此前已产生的利息，不再计息。 Interest that had run up before; it bears none.
    #[arg(long, value_name = "AMOUNT", value_parser = money, conflicts_with = "ledger")]
    accrued: Option<Amount>,
    /// 到期日（最迟付款日），次日起算利息。 The last day for paying; interest runs from the day after.
    #[arg(long, value_name = "DAY", value_parser = day, required_unless_present = "ledger", conflicts_with = "ledger")]
    due: Option<NaiveDate>,
    /// 一笔付款：日期=金额，可写多次。 A payment made, 2024-05-10=100000; may be given several times.
    #[arg(long, value_name = "DAY=AMOUNT", value_parser = dated, conflicts_with = "ledger")]
    payment: Vec<Instalment>,
}

/// The basis people choose.
#[derive(Args)]
struct Chosen {
    /// 计息依据，由使用人选定。 On what to compute.
    #[arg(long, value_enum)]
    basis: Option<On>,
    /// 倍数；买卖合同加计三至五成，写1.3至1.5。 How many times the published rate: 1.3 to 1.5 for sales.
    #[arg(long, value_parser = times, requires = "basis")]
    times: Option<Rate>,
}

/// Who contracted with whom for what, which decides what the law suggests.
#[derive(Args)]
struct Parties {
    /// 欠款单位是哪一类；未选 --basis 时要写。 Who owes.
    #[arg(long, value_enum, required_unless_present_any = ["basis", "ledger"], conflicts_with = "ledger")]
    debtor: Option<Debtor>,
    /// 订立合同时对方不是中小企业。 The creditor was no small or medium firm when the contract was made.
    #[arg(long, conflicts_with = "ledger")]
    not_sme: bool,
    /// 企业是否告知过自己是中小企业（条例第3条）。 Whether the firm told the debtor that it is small or medium (Regulation art. 3).
    #[arg(long, value_enum, conflicts_with = "ledger")]
    told: Option<YesNo>,
    /// 合同订立日期。 When the contract was made.
    #[arg(long, value_name = "DAY", value_parser = day, conflicts_with = "ledger")]
    contract_date: Option<NaiveDate>,
    /// 合同是哪一类；不写则为货物。 What the contract is about; without it, goods.
    #[arg(long, value_enum, conflicts_with = "ledger")]
    kind: Option<About>,
    /// 合同约定的年利率，百分数。 The interest the contract has, in percent a year.
    #[arg(long, value_name = "PERCENT", value_parser = percent, conflicts_with_all = ["agreed_daily", "ledger"])]
    agreed_rate: Option<Rate>,
    /// 合同约定的日利率，百分数。 The interest the contract has, in percent a day.
    #[arg(long, value_name = "PERCENT", value_parser = percent, conflicts_with = "ledger")]
    agreed_daily: Option<Rate>,
    /// 合同约定收到第三方付款才付款（背靠背，无效）。 The contract lets payment wait for a third party's (背靠背), which is void.
    #[arg(long, conflicts_with = "ledger")]
    back_to_back: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Debtor {
    /// 机关、事业单位、使用财政资金的团体组织。 机关、事业单位, or a group organisation on public money.
    Public,
    /// 大型企业。
    Large,
    /// 其他，不适用条例。 Anybody else: the Regulation does not apply.
    Other,
}

#[derive(Clone, Copy, ValueEnum)]
enum YesNo {
    Yes,
    No,
}

#[derive(Clone, Copy, ValueEnum)]
enum About {
    /// 货物。
    Goods,
    /// 建设工程。
    Works,
    /// 服务。
    Services,
}

#[derive(Clone, Copy, ValueEnum)]
enum On {
    /// 不计利息，只记本金。 No interest, principal only.
    None,
    /// 约定利率。 The agreed rate (--agreed-rate, --agreed-daily).
    Agreed,
    /// 合同订立时一年期LPR（约定利率的下限）。 The one-year LPR of the contract's day: the floor of what may be agreed.
    LprAtContract,
    /// 每日利率万分之五。 0.05 % a day (每日利率万分之五).
    Statutory,
    /// 同期一年期LPR，此前为贷款基准利率，浮动。 The one-year LPR of the time, before 2019-08-20 the benchmark; floating.
    SamePeriod,
    /// 违约时一年期LPR，固定，另写 --times。 The one-year LPR of the first day overdue, with --times 1.3 to 1.5.
    Sale,
    /// 2020-08-31以前同期利率，之后万分之五（有争议）。 As same-period until 2020-08-31, then 0.05 % a day (contested).
    SamePeriodThenStatutory,
    /// 2020-08-31以前同 sale，之后万分之五（有争议）。 As sale until 2020-08-31, then 0.05 % a day (contested).
    SaleThenStatutory,
    /// 迟延履行期间加倍部分利息，每日万分之一点七五；本金为裁判确定的金钱债务，不含一般利息。 The doubled part of interest on a judgment, 0.0175 % a day; the principal is the adjudicated sum without its interest.
    Doubled,
}

pub(crate) fn interest(request: &Interest) -> u8 {
    match &request.apply {
        Some(Under::Apply(apply)) => apply.output().show(apply::page(apply)),
        None => request.output.show(page(request)),
    }
}

fn page(request: &Interest) -> Result<Page, Stop> {
    let almanac = request.output.almanac()?;
    if request.book.is_given() {
        return book::page(request, &almanac);
    }
    let given = &request.given;
    let (due, mut remarks) = due(request, &almanac);
    let payments: Vec<Payment> = given
        .payment
        .iter()
        .map(|one| Payment {
            on: one.due,
            amount: one.amount,
        })
        .collect();
    let question = Question {
        debt: Debt {
            owed: Balance {
                fees: given.fees.unwrap_or_default(),
                interest: given.accrued.unwrap_or_default(),
                principal: given.principal.unwrap_or_default(),
            },
            due,
        },
        payments: &payments,
        as_of: request.as_of.unwrap_or_else(today_in_china),
        case: case(&request.parties, due),
    };
    let manner = request.counting.manner();
    if request.alternatives {
        return Ok(side_by_side(&question, manner, &almanac).with_remarks(remarks));
    }
    let basis = request.chosen.basis()?;
    let stated = state(&question, basis, &manner, &almanac);
    let stated = stated.map_err(|why| Stop::usage(printout::no_statement(why)))?;
    if basis.is_none() {
        remarks.extend(printout::suggestion(&question.case, &almanac));
    }
    Ok(printout::statement(&stated).with_remarks(remarks))
}

/// Everything worth comparing for a debt.
fn side_by_side(question: &Question<'_>, manner: Manner, almanac: &Almanac) -> Page {
    let answers = statement::side_by_side(question, &manner, almanac);
    printout::side_by_side(&answers, &question.case.suggest(almanac))
}

/// The due day, moved off days off where that is wanted, and what to say about that.
fn due(request: &Interest, almanac: &Almanac) -> (NaiveDate, Vec<Words>) {
    let asked = request.given.due.unwrap_or_default();
    if request.no_roll {
        return (asked, Vec::new());
    }
    let told = almanac.calendar.roll(asked);
    let mut remarks = Vec::new();
    if told.value != asked {
        remarks.push(Words {
            zh: format!(
                "到期日{asked}不是工作日，顺延至{}（民法典第203条）",
                told.value
            ),
            en: format!(
                "{asked} was a day off; the due day moved to {} (Civil Code art. 203)",
                told.value
            ),
        });
    }
    remarks.extend(told.beyond.map(|beyond| beyond.words()));
    (told.value, remarks)
}

fn case(parties: &Parties, due: NaiveDate) -> Case {
    let yearly = parties.agreed_rate.map(|rate| (rate, Per::Year));
    let daily = parties.agreed_daily.map(|rate| (rate, Per::Day));
    Case {
        debtor: match parties.debtor {
            Some(Debtor::Public) => Payer::Public,
            Some(Debtor::Large) => Payer::Large,
            Some(Debtor::Other) | None => Payer::Other,
        },
        is_sme: !parties.not_sme,
        told: parties.told.map(|told| matches!(told, YesNo::Yes)),
        contract: parties.contract_date,
        kind: match parties.kind {
            Some(About::Works) => Kind::Construction,
            Some(About::Services) => Kind::Service,
            Some(About::Goods) | None => Kind::Sale,
        },
        agreed: yearly.or(daily),
        back_to_back: parties.back_to_back,
        breach: due.succ_opt().unwrap_or(due),
    }
}

impl Chosen {
    fn basis(&self) -> Result<Option<Basis>, Stop> {
        let Some(on) = self.basis else {
            return Ok(None);
        };
        let sale = || {
            self.times.ok_or_else(|| {
                Stop::usage(Words {
                    zh: "按买卖合同加计，请用 --times 给出倍数，1.3至1.5".to_owned(),
                    en: "for sales, say with --times how many times, 1.3 to 1.5".to_owned(),
                })
            })
        };
        let times = self.times.unwrap_or(Rate::ONE);
        Ok(Some(match on {
            On::None => Basis::NoInterest,
            On::Agreed => Basis::Agreed,
            On::LprAtContract => Basis::LprAtContract,
            On::Statutory => Basis::Statutory,
            On::SamePeriod => Basis::SamePeriod(times),
            On::Sale => Basis::Sale(sale()?),
            On::SamePeriodThenStatutory => Basis::SamePeriodThenStatutory(times),
            On::SaleThenStatutory => Basis::SaleThenStatutory(sale()?),
            On::Doubled => Basis::Doubled,
        }))
    }
}
