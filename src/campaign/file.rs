//! A campaign file → campaign, strictly: a member too many, or a code no list has, is refused.

use super::matrix::{Consequence, Fits, Maker, PlanRule, SuperviseRule};
use super::{
    Campaign, Deadlines, FORMAT, NilReport, NotACampaign, Notice, Office, Outside, Regulation,
    ReportUnit,
};
use crate::amount::Unit;
use crate::date::When;
use crate::json::{Members, Misfit, Tree};
use crate::ledger::lists::{Cause, DebtorChannel, DebtorType, Sector, UnitKind};
use crate::ledger::vocabulary::Vocabulary;
use crate::text::Words;

impl Campaign {
    /// Reads a campaign file.
    ///
    /// # Errors
    /// When it is not JSON, lacks a member, has one too many, or names a code that no list has.
    pub fn parse(text: &str) -> Result<Self, NotACampaign> {
        let tree = Tree::parse(text).map_err(|fault| {
            NotACampaign(Words {
                zh: format!("专项行动文件不是JSON，第{}个字节处读不出", fault.offset + 1),
                en: format!("the campaign is not JSON at byte {}", fault.offset + 1),
            })
        })?;
        let read = Members::of(tree, String::new()).and_then(|members| members.whole(campaign));
        read.map_err(|Misfit { path, expected }| {
            NotACampaign(Words {
                zh: format!("专项行动文件的“{path}”与格式不符，应为：{expected}"),
                en: format!("“{path}” of the campaign should be: {expected}"),
            })
        })
    }
}

fn campaign(members: &mut Members) -> Result<Campaign, Misfit> {
    members.expect("format", FORMAT)?;
    if members.number("version")? != 1 {
        return members.misfit("version", "1");
    }
    Ok(Campaign {
        id: members.text("id")?,
        title: words(members.object("title")?)?,
        short: words(members.object("short")?)?,
        notice: members.object("notice")?.whole(|notice| {
            Ok(Notice {
                number: notice.text("number")?,
                issued_on: notice.day("issued_on")?,
            })
        })?,
        area: members.text("area")?,
        county: members.text("county")?,
        period: period(members)?,
        amount_unit: code::<Unit>(members, "amount_unit")?,
        nil_report: nil_report(members)?,
        regulation: members.object("regulation")?.whole(|regulation| {
            Ok(Regulation {
                zh: regulation.text("zh")?,
                in_force: regulation.day("in_force")?,
            })
        })?,
        deadlines: members.object("deadlines")?.whole(|deadlines| {
            Ok(Deadlines {
                ledger: deadlines.day("ledger")?,
                plan: deadlines.day("plan")?,
            })
        })?,
        office: members.object("office")?.whole(|office| {
            Ok(Office {
                name: office.text("name")?,
                phone: office.text("phone")?,
                email: office.text("email")?,
            })
        })?,
        sheet_title: members.text("sheet_title")?,
        units: members.objects("units", unit)?,
        outside: members.objects("outside", |outside| {
            Ok(Outside {
                name: outside.text("name")?,
                now: outside.text("now")?,
            })
        })?,
        plan_makers: members.objects("plan_makers", plan_rule)?,
        supervisors: members.objects("supervisors", supervise_rule)?,
        consequences: members.objects("consequences", consequence)?,
        rules_off: members.texts("rules_off")?,
    })
}

fn words(members: Members) -> Result<Words, Misfit> {
    members.whole(|words| {
        Ok(Words {
            zh: words.text("zh")?,
            en: words.text("en")?,
        })
    })
}

fn period(members: &mut Members) -> Result<String, Misfit> {
    let period = members.text("period")?;
    match When::parse(&period) {
        Ok(_) => Ok(period),
        Err(_) => members.misfit("period", "YYYY-MM"),
    }
}

fn nil_report(members: &mut Members) -> Result<NilReport, Misfit> {
    match members.text("nil_report")?.as_str() {
        "explicit" => Ok(NilReport::Explicit),
        "deemed" => Ok(NilReport::Deemed),
        _ => members.misfit("nil_report", "explicit or deemed"),
    }
}

/// A code of a list, as the list writes it.
fn code<V: Vocabulary>(members: &mut Members, key: &'static str) -> Result<V, Misfit> {
    let text = members.text(key)?;
    known(&text).map_or_else(|| members.misfit(key, "a code of its list"), Ok)
}

fn codes<V: Vocabulary>(members: &mut Members, key: &'static str) -> Result<Vec<V>, Misfit> {
    let found: Option<Vec<V>> = members.texts(key)?.iter().map(|text| known(text)).collect();
    found.map_or_else(|| members.misfit(key, "codes of its list"), Ok)
}

fn known<V: Vocabulary>(code: &str) -> Option<V> {
    V::ALL
        .iter()
        .copied()
        .find(|value| value.choice().code == code)
}

fn unit(members: &mut Members) -> Result<ReportUnit, Misfit> {
    Ok(ReportUnit {
        code: members.text("code")?,
        name: members.text("name")?,
        kind: code::<UnitKind>(members, "kind")?,
        also: members.texts("also")?,
        former: members.texts("former")?,
        sector: members
            .maybe("sector")
            .as_ref()
            .and_then(Tree::as_text)
            .and_then(known),
        to_be_confirmed: members.flag("to_be_confirmed")? == Some(true),
    })
}

fn fits(members: &mut Members) -> Result<Fits, Misfit> {
    members.object("when")?.whole(|when| {
        Ok(Fits {
            debtor_channel: codes::<DebtorChannel>(when, "debtor_channel")?,
            debtor_type: codes::<DebtorType>(when, "debtor_type")?,
            sector: codes::<Sector>(when, "sector")?,
            causes: codes::<Cause>(when, "causes")?,
            migrant_wages: when.flag("migrant_wages")?,
        })
    })
}

fn plan_rule(members: &mut Members) -> Result<PlanRule, Misfit> {
    Ok(PlanRule {
        id: members.text("id")?,
        clause: members.text("clause")?,
        inferred: members.flag("inferred")? == Some(true),
        when: fits(members)?,
        maker: members.object("maker")?.whole(maker)?,
    })
}

fn maker(members: &mut Members) -> Result<Maker, Misfit> {
    match members.text("of")?.as_str() {
        "own_unit" => Ok(Maker::OwnUnit),
        "debtor" => Ok(Maker::Debtor),
        "parent" => Ok(Maker::Parent),
        "body" => Ok(Maker::Body {
            name: members.text("name")?,
        }),
        _ => members.misfit("of", "own_unit, debtor, parent or body"),
    }
}

fn supervise_rule(members: &mut Members) -> Result<SuperviseRule, Misfit> {
    Ok(SuperviseRule {
        id: members.text("id")?,
        clause: members.text("clause")?,
        when: fits(members)?,
        bodies: members.texts("bodies")?,
        duty: members.text("duty")?,
    })
}

fn consequence(members: &mut Members) -> Result<Consequence, Misfit> {
    Ok(Consequence {
        id: members.text("id")?,
        clause: members.text("clause")?,
        when: fits(members)?,
        text: words(members.object("text")?)?,
    })
}
