//! One change to a debt since the period before: which column, from what, to what, and why.

use crate::amount::Unit;
use crate::date::When;
use crate::ledger::cell::{Cell, Choice, Kind, Line, Stored};
use crate::ledger::declare::fields;
use crate::ledger::entry;
use crate::ledger::fields::Record;
use crate::ledger::vocabulary::{Vocabulary, label, stored};

fields! {
    /// One change on record.
    Change {}
    Period : period : When = "期次", "period", Required, FollowUp, "10(a)"
        help "在哪一期变动，与报告期一致" "the period it was changed in, as in the header";
    Field : field : entry::Field = "变动栏目", "changed column", Required, FollowUp, "10(a)"
        also ["字段"] help "改动的是哪一栏" "which column was changed";
    Old : old : Line<500> = "原值", "old value", Optional, FollowUp, "10(a)"
        help "上期台账的内容，原来空白的不填" "as in the earlier ledger; blank where it was blank";
    New : new : Line<500> = "新值", "new value", Optional, FollowUp, "10(a)"
        help "本期台账的内容，改为空白的不填" "as in this ledger; blank where it is blank now";
    Reason : reason : Line<500> = "变动原因", "reason", Required, FollowUp, "6-1"
        also ["原因"] help "写明为什么改动，依据什么材料" "why it was changed, and on what papers";
}

/// The columns of a debt are a closed list of their own.
impl Vocabulary for entry::Field {
    const OPTIONS: &'static [Choice] = <entry::Entry as Record>::OPTIONS;
    const ALL: &'static [Self] = <entry::Entry as Record>::FIELDS;

    fn index(self) -> usize {
        self as usize
    }
}

impl Cell for entry::Field {
    const KIND: Kind = Kind::Choice {
        options: <entry::Entry as Record>::OPTIONS,
    };

    fn read(text: &str, _: Unit) -> Option<Self> {
        <Self as Vocabulary>::find(text)
    }

    fn print(&self, _: Unit) -> String {
        label(self.choice())
    }

    fn stored(&self) -> Stored<'_> {
        stored(self.choice())
    }
}
