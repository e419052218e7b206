//! A campaign file → campaign, strictly: a member too many, or a code no list has, is refused.

use super::known::Known;
use super::matrix::{Consequence, Effect, Fits, Line};
use super::{Campaign, FORMAT, Moved, NilReport, NotACampaign, Outside, ReportUnit, Setting};
use crate::amount::{Amount, Unit};
use crate::date::When;
use crate::json::{Members, Misfit, Tree};
use crate::ledger::Entry;
use crate::ledger::cell::Kind;
use crate::ledger::fields::Record;
use crate::ledger::lists::UnitKind;
use crate::ledger::vocabulary::Vocabulary;
use crate::text::Words;

impl Campaign {
    /// Reads a campaign file.
    ///
    /// # Errors
    /// When it is not JSON, lacks a member, has one too many, or names a code that no list has.
    pub fn parse(text: &str) -> Result<Self, NotACampaign> {
        let (campaign, misfits) = Self::read(text)?;
        let Some(Misfit { path, expected }) = misfits.into_iter().next() else {
            return Ok(campaign);
        };
        Err(NotACampaign(Words {
            zh: format!("专项行动文件的“{path}”与格式不符，应为：{expected}"),
            en: format!("“{path}” of the campaign should be: {expected}"),
        }))
    }

    /// Reads as much of a campaign file as fits, and says where it does not.
    ///
    /// # Errors
    /// When it is not JSON.
    pub fn read(text: &str) -> Result<(Self, Vec<Misfit>), NotACampaign> {
        let refuse = |zh, en| NotACampaign(Words { zh, en });
        let tree = Tree::parse(text).map_err(|fault| {
            let byte = fault.offset + 1;
            refuse(
                format!("专项行动文件不是JSON，第{byte}个字节处读不出"),
                format!("the campaign is not JSON at byte {byte}"),
            )
        })?;
        let mut campaign = Self::default();
        let mut members = Members::of(tree);
        campaign.read_head(&mut members);
        campaign.read_tables(&mut members);
        let units = &campaign.units;
        campaign.known = Known::all(units, |unit| unit.names().collect());
        campaign.codes = Known::all(units, |unit| vec![&unit.code]);
        campaign.former = Known::all(units, |unit| {
            unit.former.iter().map(String::as_str).collect()
        });
        Ok((campaign, members.misfits()))
    }

    fn read_head(&mut self, members: &mut Members) {
        if members.text("format") != FORMAT {
            members.misfit("format", FORMAT);
        }
        if members.number("version") != 1 {
            members.misfit("version", "1");
        }
        self.id = members.text("id");
        self.title = words(members, "title");
        self.short = words(members, "short");
        members.object("notice", &mut |notice| {
            self.notice.number = notice.text("number");
            self.notice.issued_on = notice.day("issued_on");
        });
        self.began_on = members.has("began_on").then(|| members.day("began_on"));
        self.area = members.text("area");
        self.county = members.text("county");
        self.period = members.text("period");
        let is_period = |when: When| when.to_string() == self.period;
        if !When::parse(&self.period).is_ok_and(is_period) {
            members.misfit("period", "YYYY-MM");
        }
        self.amount_unit = code(members, "amount_unit").unwrap_or_default();
        self.nil_report = match members.text("nil_report").as_str() {
            "explicit" => NilReport::Explicit,
            "deemed" => NilReport::Deemed,
            _ => {
                members.misfit("nil_report", "explicit or deemed");
                NilReport::Explicit
            }
        };
    }

    fn read_tables(&mut self, members: &mut Members) {
        members.object("deadlines", &mut |deadlines| {
            self.deadlines.ledger = deadlines.day("ledger");
            self.deadlines.plan = deadlines.day("plan");
        });
        members.object("office", &mut |office| {
            self.office.name = office.text("name");
            self.office.phone = office.text("phone");
            self.office.email = office.text("email");
        });
        self.sheet_title = members.text("sheet_title");
        for table in ["units", "plan_makers", "supervisors", "consequences"] {
            if !members.has(table) {
                members.misfit(table, "array");
            }
        }
        members.objects("units", &mut |members| self.units.push(unit(members)));
        self.external = members.texts("external");
        members.objects("outside", &mut |outside| {
            self.outside.push(Outside {
                name: outside.text("name"),
                now: outside.text("now"),
            });
        });
        members.objects("plan_makers", &mut |members| {
            self.plan_makers.push(line(members));
        });
        members.objects("supervisors", &mut |members| {
            self.supervisors.push(line(members));
        });
        members.objects("consequences", &mut |members| {
            self.consequences.push(Consequence {
                effect: code(members, "kind").unwrap_or(Effect::Handling),
                line: line(members),
            });
        });
        self.reasons = members.texts("reasons");
        members.objects("rules", &mut |members| self.rules.push(setting(members)));
    }
}

fn words(members: &mut Members, key: &str) -> Words {
    let mut words = Words::default();
    members.object(key, &mut |members| {
        words.zh = members.text("zh");
        words.en = members.text("en");
    });
    words
}

fn words_if_any(members: &mut Members, key: &str) -> Words {
    let there = members.has(key).then(|| words(members, key));
    there.unwrap_or_default()
}

/// A code of a list, as the list writes it.
fn code<V: Vocabulary>(members: &mut Members, key: &str) -> Option<V> {
    let text = members.text(key);
    let place = V::OPTIONS.iter().position(|option| option.code() == text);
    if place.is_none() {
        members.misfit(key, "a code of its list");
    }
    V::ALL.get(place?).copied()
}

fn unit(members: &mut Members) -> ReportUnit {
    let has_sector = members.has("sector");
    ReportUnit {
        code: members.text("code"),
        name: members.text("name"),
        also: members.texts("also"),
        former: members.texts("former"),
        sector: has_sector.then(|| code(members, "sector")).flatten(),
        phone: match members.maybe("phone") {
            None => String::new(),
            Some(Tree::Text(phone)) => phone,
            Some(_) => {
                members.misfit("phone", "string");
                String::new()
            }
        },
        to_be_confirmed: members.flag("to_be_confirmed"),
        kind: code(members, "kind").unwrap_or(UnitKind::Other),
    }
}

/// What it says of a rule; whether there is such a rule, this room cannot know.
fn setting(members: &mut Members) -> Setting {
    let mut setting = Setting {
        code: members.text("code"),
        on: members.has("on").then(|| members.flag("on")),
        limits: Vec::new(),
    };
    members.objects("limits", &mut |members| {
        let name = members.text("name");
        let yuan = members.has("yuan").then(|| members.text("yuan"));
        let value = match &yuan {
            Some(yuan) => {
                let amount = Amount::parse(yuan, Unit::Yuan);
                if amount.is_err() {
                    members.misfit("yuan", "an amount in yuan");
                }
                amount.unwrap_or_default().fen()
            }
            None => members.number("value"),
        };
        let in_yuan = yuan.is_some();
        setting.limits.push(Moved {
            name,
            in_yuan,
            value,
        });
    });
    setting
}

fn line(members: &mut Members) -> Line {
    let mut line = Line {
        id: members.text("id"),
        clause: members.text("clause"),
        rule: members.has("rule").then(|| members.text("rule")),
        inferred: members.flag("inferred"),
        when: Fits::default(),
        who: members.texts("who"),
        provided: words_if_any(members, "provided"),
        text: words_if_any(members, "text"),
    };
    members.object("when", &mut |members| line.when = fits(members));
    line
}

/// Any column of a debt that has a closed list, or is yes or no, may be named.
fn fits(members: &mut Members) -> Fits {
    let mut fits = Vec::new();
    for (index, spec) in Entry::default().as_table().columns() {
        let is_code = |code: &String| match spec.kind {
            Kind::Choice { options } | Kind::Choices { options } => {
                options.iter().any(|option| option.code() == code)
            }
            Kind::Flag => code == "true" || code == "false",
            _ => false,
        };
        let codes = members.texts(spec.key);
        if !codes.iter().all(is_code) {
            members.misfit(spec.key, "codes of its list");
        } else if !codes.is_empty() {
            fits.push((index, codes));
        }
    }
    Fits(fits)
}
