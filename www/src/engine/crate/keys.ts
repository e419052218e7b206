/**
 * What the crate has, as types: written by it, and never by hand.
 *
 *     UPDATE=1 cargo test --test generated
 */

/** A column of `header`. */
export type HeaderKey =
  | "report_unit_code"
  | "report_unit_name"
  | "report_unit_kind"
  | "period"
  | "cutoff_date"
  | "amount_unit"
  | "is_nil"
  | "declared_count"
  | "declared_total"
  | "filled_on"
  | "filler"
  | "reviewer"
  | "head"
  | "phone"
  | "sealed"
  | "paper_total"
  | "seal_ref";

/** A column of `entries`. */
export type EntriesKey =
  | "seq_no"
  | "debt_id"
  | "first_period"
  | "source_channel"
  | "debtor_name"
  | "debtor_uscc"
  | "debtor_type"
  | "debtor_channel"
  | "debtor_area_code"
  | "debtor_parent"
  | "creditor_name"
  | "creditor_uscc"
  | "creditor_size"
  | "creditor_ownership"
  | "creditor_area"
  | "project_name"
  | "contract_no"
  | "contract_basis"
  | "sign_date"
  | "agreed_term_days"
  | "back_to_back"
  | "sme_notified"
  | "procurement_kind"
  | "money_kind"
  | "deposit_kind"
  | "sector"
  | "is_gov_invest"
  | "contract_amount"
  | "settled_price"
  | "paid_before"
  | "arrears_amount"
  | "agreed_rate"
  | "rate_basis"
  | "rate_markup"
  | "undisputed_amount"
  | "disputed_amount"
  | "delivered_on"
  | "settled_on"
  | "inspect_by"
  | "due_date"
  | "arrears_since"
  | "age_bucket"
  | "last_demand_on"
  | "dispute"
  | "dispute_note"
  | "judicial"
  | "judicial_no"
  | "causes"
  | "cause_note"
  | "migrant_wages"
  | "method"
  | "fund_source"
  | "plan_maker"
  | "plan_filed_on"
  | "plan_finish"
  | "agreement"
  | "agreement_on"
  | "duty_unit"
  | "duty_person"
  | "supervisors"
  | "repaid_total"
  | "balance"
  | "last_paid_on"
  | "status"
  | "flags"
  | "closed_on"
  | "close_basis"
  | "removal_reason"
  | "platform_ref"
  | "remark";

/** A column of `instalments`. */
export type InstalmentsKey =
  | "no"
  | "due_on"
  | "amount"
  | "fund_source"
  | "duty_unit"
  | "status";

/** A column of `payments`. */
export type PaymentsKey =
  | "paid_on"
  | "amount"
  | "method"
  | "voucher_kind"
  | "voucher_no"
  | "voucher_ref"
  | "is_planned"
  | "recorded_on";

/** A column of `changes`. */
export type ChangesKey =
  | "period"
  | "field"
  | "old"
  | "new"
  | "reason";

/** The closed lists of `header`. */
export interface HeaderCodes {
  report_unit_kind: "township" | "dev_zone" | "county_department" | "other";
  amount_unit: "yuan" | "wan";
}

/** The closed lists of `entries`. */
export interface EntriesCodes {
  source_channel: "self_check" | "firm_report" | "national_platform" | "internet_supervision" | "complaint" | "audit" | "petition" | "assigned" | "other";
  debtor_type: "gov_organ" | "public_institution" | "county_soe" | "gov_platform" | "soe_large_other" | "private_large" | "group_org" | "out_of_scope";
  debtor_channel: "county_department" | "township" | "dev_zone" | "county_soe" | "private_large" | "other";
  creditor_size: "medium" | "small" | "micro" | "large" | "not_an_enterprise";
  creditor_ownership: "state" | "collective" | "private" | "foreign" | "individual";
  contract_basis: "written" | "agreement" | "other_form" | "none";
  procurement_kind: "goods" | "works" | "services";
  money_kind: "works_payment" | "goods_payment" | "service_payment" | "deposit" | "other";
  deposit_kind: "bid" | "performance" | "quality" | "migrant_wages" | "other";
  sector: "education" | "housing" | "transport" | "water" | "agriculture" | "health" | "other";
  rate_basis: "agreed" | "lpr_at_contract_floor" | "statutory_daily" | "lpr" | "lpr_at_breach" | "same_period" | "lpr_at_breach_then_statutory" | "same_period_then_statutory" | "doubled" | "none";
  age_bucket: "up_to_1" | "up_to_3" | "up_to_5" | "over_5";
  dispute: "undisputed" | "disputed" | "partly";
  judicial: "not_entered" | "litigation" | "arbitration" | "judged" | "execution" | "closed";
  causes: "gov_invest_violation" | "no_budget" | "acceptance_bill" | "abuse_dominance" | "new_officials" | "internal_process" | "await_audit" | "delay_acceptance" | "settlement_pending" | "fund_shortage" | "deposit_not_returned" | "quality_dispute" | "third_party_payment" | "ppp_stopped" | "other";
  method: "cash" | "bill" | "in_kind" | "restructure" | "set_off" | "factoring" | "waiver" | "guarantee" | "judicial";
  fund_source: "local_budget" | "special_funds" | "own_funds" | "budget_cut" | "bonds" | "assets" | "revenue" | "other";
  status: "clue" | "verifying" | "booked" | "planned" | "partly_repaid" | "cleared" | "closed" | "in_court" | "removed" | "transferred";
  flags: "duplicate" | "overdue" | "followed" | "supervised" | "listed";
  close_basis: "bank_receipt" | "creditor_confirmation" | "in_kind_agreement" | "judgment" | "other";
  removal_reason: "duplicate" | "untrue" | "out_of_scope" | "jurisdiction" | "amount_corrected";
}

/** The closed lists of `instalments`. */
export interface InstalmentsCodes {
  fund_source: "local_budget" | "special_funds" | "own_funds" | "budget_cut" | "bonds" | "assets" | "revenue" | "other";
  status: "open" | "paid" | "overdue";
}

/** The closed lists of `payments`. */
export interface PaymentsCodes {
  method: "cash" | "bill" | "in_kind" | "restructure" | "set_off" | "factoring" | "waiver" | "guarantee" | "judicial";
  voucher_kind: "bank_receipt" | "receipt" | "confirmation" | "agreement" | "other";
}

/** The closed lists of `changes`. */
export interface ChangesCodes {
  field: "seq_no" | "debt_id" | "first_period" | "source_channel" | "debtor_name" | "debtor_uscc" | "debtor_type" | "debtor_channel" | "debtor_area_code" | "debtor_parent" | "creditor_name" | "creditor_uscc" | "creditor_size" | "creditor_ownership" | "creditor_area" | "project_name" | "contract_no" | "contract_basis" | "sign_date" | "agreed_term_days" | "back_to_back" | "sme_notified" | "procurement_kind" | "money_kind" | "deposit_kind" | "sector" | "is_gov_invest" | "contract_amount" | "settled_price" | "paid_before" | "arrears_amount" | "agreed_rate" | "rate_basis" | "rate_markup" | "undisputed_amount" | "disputed_amount" | "delivered_on" | "settled_on" | "inspect_by" | "due_date" | "arrears_since" | "age_bucket" | "last_demand_on" | "dispute" | "dispute_note" | "judicial" | "judicial_no" | "causes" | "cause_note" | "migrant_wages" | "method" | "fund_source" | "plan_maker" | "plan_filed_on" | "plan_finish" | "agreement" | "agreement_on" | "duty_unit" | "duty_person" | "supervisors" | "repaid_total" | "balance" | "last_paid_on" | "status" | "flags" | "closed_on" | "close_basis" | "removal_reason" | "platform_ref" | "remark";
}

/** A rule. */
export type RuleCode =
  | "C-01"
  | "C-02"
  | "C-03"
  | "C-04"
  | "L-03"
  | "H-01"
  | "H-04"
  | "H-05"
  | "H-06"
  | "H-07"
  | "H-08"
  | "H-09"
  | "H-10"
  | "H-11"
  | "H-12"
  | "H-13"
  | "H-16"
  | "H-18"
  | "R-10"
  | "R-11"
  | "R-12"
  | "R-13"
  | "R-14"
  | "R-15"
  | "R-16"
  | "R-17"
  | "F-02"
  | "F-03"
  | "F-04"
  | "F-05"
  | "F-06"
  | "F-07"
  | "F-11"
  | "F-12"
  | "F-13"
  | "F-14"
  | "F-15"
  | "F-16"
  | "A-01"
  | "A-02"
  | "A-03"
  | "A-05"
  | "A-06"
  | "A-07"
  | "A-08"
  | "A-09"
  | "A-10"
  | "A-11"
  | "A-12"
  | "A-13"
  | "A-14"
  | "A-15"
  | "A-16"
  | "A-17"
  | "A-18"
  | "A-19"
  | "A-20"
  | "D-01"
  | "D-02"
  | "D-03"
  | "D-04"
  | "D-05"
  | "D-06"
  | "D-07"
  | "D-08"
  | "D-09"
  | "D-10"
  | "D-11"
  | "D-12"
  | "D-13"
  | "D-14"
  | "S-01"
  | "S-02"
  | "S-03"
  | "S-04"
  | "S-05"
  | "S-06"
  | "S-07"
  | "S-08"
  | "S-09"
  | "S-10"
  | "S-11"
  | "S-12"
  | "S-13"
  | "G-01"
  | "G-02"
  | "G-03"
  | "G-04"
  | "G-05"
  | "G-06"
  | "G-07"
  | "P-01"
  | "P-02"
  | "P-03"
  | "P-04"
  | "P-05"
  | "P-06"
  | "P-07"
  | "P-08"
  | "P-09"
  | "P-10"
  | "P-11"
  | "P-12"
  | "P-13"
  | "P-14"
  | "T-01"
  | "T-02"
  | "T-03"
  | "T-04"
  | "T-05"
  | "T-06"
  | "T-07"
  | "T-08"
  | "T-09"
  | "T-10"
  | "T-11"
  | "T-12"
  | "T-13"
  | "T-14"
  | "T-15"
  | "T-16"
  | "T-17"
  | "T-18"
  | "T-19"
  | "U-01"
  | "U-02"
  | "U-04"
  | "U-05"
  | "U-06"
  | "U-07"
  | "H-14"
  | "U-03"
  | "B-01"
  | "B-02"
  | "B-03"
  | "J-01"
  | "J-02"
  | "J-03"
  | "J-04"
  | "J-05"
  | "J-06"
  | "J-07"
  | "J-08"
  | "J-09"
  | "H-15"
  | "L-01"
  | "L-02"
  | "J-10"
  | "L-05"
  | "H-17"
  | "L-06"
  | "L-04"
  | "J-11"
  | "J-12"
  | "J-13";

/** What a finding asks. */
export type Severity =
  | "error"
  | "warning"
  | "notice";

/** Why a session did not do what it was called for. */
export type EditErrorCode =
  | "field"
  | "row"
  | "finding"
  | "call"
  | "not_ready";
