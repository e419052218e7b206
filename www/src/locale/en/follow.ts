/** The month after: going on, payments, movement and changes. */

import type { Part } from "..";
import type { follow as zh } from "../zh-CN/follow";

export const follow: Part<typeof zh> = {
  onward: "Go on from the last period",
  onwardHint: "choose the file that was handed in, for the next period or an amendment",
  onwardTitle: (unit, period, revision) => `${unit} ${period}, version ${revision}: what is next?`,
  onwardDetail: (rows) =>
    `Its ${rows} debts go into a new draft with their plans, payments and changes. The file stays as it is, and is kept with the draft to compare with.`,
  onwardNext: "The next period",
  onwardAmend: (revision) => `Amend this period (version ${revision})`,
  onwardOnlyNext: "This is a draft that was not handed in: it can only go on in the next period.",
  onwardNotOurs: "This is no submission or draft of this program.",
  onwardDone: (period, revision) =>
    `Begun: ${period}, version ${revision}. Enter the as-of date and the day of filling first`,
  onwardFaults: {
    damaged: "The file is not whole, or was changed after it was exported. Use the original.",
    not_handed_in: "This draft was not handed in, so there is nothing to amend.",
    no_period: "The file does not say for which period it is. Open it and enter the period.",
  },
  earlierNotKept:
    "This browser did not keep the earlier file: choose it again when you open the draft next.",
  recordPayments: "Record payments",
  recordPaymentsHelp:
    "A line a payment, as many as you like. What is recorded stays; what was wrong is reversed by another line with a negative amount.",
  whichDebt: "Debt",
  balanceAfter: "Balance before",
  moreLines: "Add a line",
  record: "Record",
  recorded: (count) => `Recorded ${count} payments`,
  nothingRecorded: "Nothing was recorded: fill in what is marked first.",
  chooseDebt: "Choose a debt of the list",
  enterDay: "Enter the day",
  enterAmount: "Enter the amount",
  paymentFindings: "What the rules say of these payments",
  sinceBefore: "Since the last period",
  noEarlier: "No earlier ledger has been chosen.",
  movementTitle: "Movement of this unit's arrears",
  movement: {
    opening: "Opening balance",
    added: "New",
    raised: "Raised",
    repaid: "Repaid",
    removed: "Taken off",
    to_court: "To court",
    closing: "Closing balance",
  },
  movementCloses: "The account closes: everything that changed is on record.",
  movementGap: (expected, gap, debts) =>
    `The account does not close: by the record ${expected} should be owed, ${gap} off. Look at: ${debts}`,
  changesTitle: "Changes",
  noChanges: "Nothing changed.",
  debtsNew: "New debts",
  debtsGone: "Debts of the last period that are gone",
  changedColumn: "Column",
  changedOld: "Before",
  changedNew: "Now",
  changedWhy: "Reason",
  changeReasonHint: "why it was changed, and on what papers",
  recordReason: "Record",
  reasonRecorded: (label) => `The reason for the change of “${label}” is on record`,
};
