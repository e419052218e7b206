/** The form of one debt, and what hangs on it. */

import type { Part } from "..";
import type { debt as zh } from "../zh-CN/debt";

export const debt: Part<typeof zh> = {
  debtForm: "One debt as a form",
  debtOf: (row, rows) => `Debt ${row} of ${rows}`,
  previous: "Previous",
  following: "Next",
  why: "Why",
  provided: (condition) => `${condition}: `,
  unresolved: "Not settled: ",
  inferred: "(inferred)",
  results: "What follows from the ledger",
  children: { instalments: "Instalments", payments: "Payments", changes: "Changes" },
  noChildren: {
    instalments: "No instalments yet.",
    payments: "No payments yet.",
    changes: "No changes yet.",
  },
  childOf: {
    instalments: (child) => `Instalment ${child}`,
    payments: (child) => `Payment ${child}`,
    changes: (child) => `Change ${child}`,
  },
  childShort: (child) => `no. ${child}`,
  addChild: {
    instalments: "Add an instalment",
    payments: "Record a payment",
    changes: "Record a change",
  },
  removeChild: "Delete",
  partsOfForm: "Parts of the form",
  owes: (debtor, creditor) => `${debtor} owes ${creditor}`,
  owed: (arrears, balance, money) => `${arrears} in arrears, ${balance} left (${money})`,
  inCapital: (words) => `In capital words: ${words}`,
  listComma: ", ",
  notAsked: (fields) => `Not asked of this debt: ${fields}`,
  helpOn: (field) => `About ${field}`,
  planSum: (sum, balance, less, money) =>
    less === "0"
      ? `The plan comes to ${sum} (${money}), all that is owed`
      : `The plan comes to ${sum}, ${balance} is owed: ${less} apart (${money})`,
  childRemoved: (child) => `${child} deleted; can be undone`,
};
