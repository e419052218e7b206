//! One candidate decided, and the decision kept in the collection.

use arrears_ledger::county::{Decision, Verdict};
use arrears_ledger::ledger::vocabulary::Vocabulary;
use clap::Args;

use super::{Base, Stop, fault, save};
use crate::{USAGE, print};

#[derive(Args)]
pub(crate) struct Decide {
    #[command(flatten)]
    base: Base,
    /// 疑点的标识，见 candidates。 The candidate's key, as `candidates` lists it.
    #[arg(long)]
    key: String,
    /// duplicate 重复只计一处，fine 核实无误，fault 属实退回更正，open 继续核实。 What it turned out to be.
    #[arg(long, value_parser = ["duplicate", "fine", "fault", "open"])]
    verdict: String,
    /// 重复的欠款在哪个单位计算（编码）。 Of a duplicate, the unit at which it counts, by its code.
    #[arg(long, value_name = "UNIT", required_if_eq("verdict", "duplicate"))]
    counts_at: Option<String>,
    /// 说明。 The reason.
    #[arg(long, default_value = "")]
    note: String,
}

impl Decide {
    pub(super) fn run(&self) -> Result<u8, Stop> {
        let mut opened = self.base.open()?;
        let usage = |why: &str| (USAGE, why.to_owned());
        let found = opened.county.candidates(&opened.campaign);
        let one = found
            .iter()
            .find(|one| one.key == self.key)
            .ok_or_else(|| usage("没有这个疑点，见 candidates (no such candidate)"))?;
        let verdict = Verdict::find(&self.verdict).unwrap_or(Verdict::Open);
        let counts_at = self.counts_at.as_deref();
        let decision = Decision::of(one, verdict, counts_at, &self.note, opened.today).map_err(|_| {
            usage("重复只用于疑似同一笔欠款，--counts-at 应为其中一个单位 (a duplicate counts at one of its units)")
        })?;
        opened.county.decisions.insert(self.key.clone(), decision);
        let out = self.base.out.as_ref().unwrap_or(&self.base.file);
        save(out, &opened.county).map_err(|why| fault(out, &why))?;
        Ok(print(&format!(
            "{}：{}",
            self.key,
            verdict.choice().label().get(opened.lang)
        )))
    }
}
