//! Every field and every rule, for forms, handbooks and help desks.

use serde::Serialize;

use crate::ledger::fields::{Group, Record, Spec};
use crate::ledger::{Entry, Header, Instalment, Payment};
use crate::limits;
use crate::rule::{Rule, Severity};
use crate::text::Text;
use crate::{read, rules};

/// Every rule, in the order of their codes' topics.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    rules::all().chain(read::RULES.iter().copied())
}

/// The four tables and their columns.
pub fn tables() -> [(&'static str, Vec<&'static Spec>); 4] {
    fn specs<R: Record>() -> Vec<&'static Spec> {
        R::FIELDS.iter().map(|field| R::spec(*field)).collect()
    }
    [
        ("header", specs::<Header>()),
        ("entries", specs::<Entry>()),
        ("instalments", specs::<Instalment>()),
        ("payments", specs::<Payment>()),
    ]
}

/// What a page needs to know of the crate, once.
#[derive(Debug, Serialize)]
pub struct Catalogue {
    version: &'static str,
    fields: Fields,
    groups: Vec<GroupInfo>,
    rules: Vec<RuleInfo>,
    limits: Limits,
}

#[derive(Debug, Serialize)]
struct Fields {
    header: Vec<&'static Spec>,
    entries: Vec<&'static Spec>,
    instalments: Vec<&'static Spec>,
    payments: Vec<&'static Spec>,
}

#[derive(Debug, Serialize)]
struct GroupInfo {
    key: Group,
    label: Text,
}

#[derive(Debug, Serialize)]
struct RuleInfo {
    code: &'static str,
    severity: Severity,
    title: Text,
    repair: Text,
    basis: &'static str,
}

#[derive(Debug, Serialize)]
struct Limits {
    file_bytes: usize,
    rows: usize,
    children: usize,
    text_chars: usize,
    nesting: usize,
}

/// The catalogue.
pub fn catalogue() -> Catalogue {
    let [header, entries, instalments, payments] = tables().map(|(_, specs)| specs);
    Catalogue {
        version: env!("CARGO_PKG_VERSION"),
        fields: Fields {
            header,
            entries,
            instalments,
            payments,
        },
        groups: Group::ALL
            .iter()
            .map(|group| GroupInfo {
                key: *group,
                label: group.label(),
            })
            .collect(),
        rules: rules().map(rule_info).collect(),
        limits: Limits {
            file_bytes: limits::FILE_BYTES,
            rows: limits::ROWS,
            children: limits::CHILDREN,
            text_chars: limits::TEXT_CHARS,
            nesting: limits::NESTING,
        },
    }
}

fn rule_info(rule: &'static Rule) -> RuleInfo {
    RuleInfo {
        code: rule.code,
        severity: rule.severity,
        title: rule.title,
        repair: rule.repair,
        basis: rule.basis,
    }
}
