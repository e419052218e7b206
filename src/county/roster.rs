//! Every unit of the roster → 按时, 逾期, 零报告 or 未报送, and whom to call.

use chrono::NaiveDate;

use super::{County, Earlier, Filed, LateBy, Place};
use crate::campaign::{Campaign, ReportUnit};
use crate::ledger::vocabulary::vocabulary;

vocabulary! {
    /// How a unit reported.
    Filing {
        OnTime "on_time" "按时" "on time" [];
        Late "late" "逾期" "late" [];
        Nil "nil" "零报告" "nil report" [];
        Missing "missing" "未报送" "not reported" [];
        DeemedNil "deemed_nil" "未报送（视同零报告）" "not reported, taken as a nil report" [];
    }
}

impl Filing {
    /// Whether a ledger is there.
    pub const fn is_reported(self) -> bool {
        matches!(self, Self::OnTime | Self::Late | Self::Nil)
    }
}

/// A unit of the roster, and how it reported.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// The unit's place on the roster.
    pub place: usize,
    /// The unit.
    pub unit: &'a ReportUnit,
    /// How it reported.
    pub filing: Filing,
    /// After the last day, nil reports too.
    pub is_late: bool,
    /// Its file that stands.
    pub filed: Option<Filed<'a>>,
    /// How many files of the period it handed in, that one among them.
    pub revisions: usize,
    /// Files of it that are of another period.
    pub other_periods: usize,
    /// Files of it that were refused.
    pub refused: usize,
    /// Whether somebody should call: nothing is there, the last day is over, and silence is no
    /// report.
    pub to_call: bool,
}

impl County {
    /// How each unit of the roster reported, as seen on a day. Without a last day nobody is late.
    pub fn roster<'a>(
        &'a self,
        campaign: &'a Campaign,
        earlier: Option<&Earlier>,
        today: NaiveDate,
    ) -> Vec<Row<'a>> {
        let due = self.settings.due_of(self.period(), campaign);
        let is_deemed = self.settings.is_deemed(campaign);
        let filings = self.filings(campaign, earlier);
        let row = |(place, unit): (usize, &'a ReportUnit)| {
            let own = || filings.iter().filter(|one| one.unit.code == unit.code);
            let count = |wanted| own().filter(|one| one.place == wanted).count();
            let filed = own().find(|one| one.place == Place::Stands).copied();
            let is_late = filed.is_some_and(|filed| self.is_late(&filed, due));
            let is_nil = filed.and_then(|one| one.received.ledger.header.is_nil) == Some(true);
            let filing = match filed {
                None if is_deemed => Filing::DeemedNil,
                None => Filing::Missing,
                Some(_) if is_nil => Filing::Nil,
                Some(_) if is_late => Filing::Late,
                Some(_) => Filing::OnTime,
            };
            let is_over = due.is_none_or(|due| due < today);
            Row {
                place,
                unit,
                filing,
                is_late,
                filed,
                revisions: count(Place::Stands) + count(Place::Superseded),
                other_periods: count(Place::OtherPeriod),
                refused: self.refused_of(&unit.code),
                to_call: filing == Filing::Missing && is_over,
            }
        };
        campaign.units.iter().enumerate().map(row).collect()
    }

    fn refused_of(&self, code: &str) -> usize {
        let of_unit = |one: &&super::Refused| one.unit.as_deref() == Some(code);
        self.refused().filter(of_unit).count()
    }

    fn is_late(&self, filed: &Filed<'_>, due: Option<NaiveDate>) -> bool {
        let header = &filed.received.ledger.header;
        let day = match self.settings.late_by {
            LateBy::Filled => header.filled_on.unwrap_or(filed.received.received_on),
            LateBy::Received => filed.received.received_on,
        };
        due.is_some_and(|due| due < day)
    }
}
