/** The task list, and the days by which something is due. */

import type { Part } from "..";
import type { tasks as zh } from "../zh-CN/tasks";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

export const tasks: Part<typeof zh> = {
  taskList: "What is to be done",
  tasksDone: (done, all) => `${done} of ${all} done`,
  taskHints: {
    unit: "Choose the unit, the period and the as-of date; name who fills in, reviews and answers for it",
    ledger: "One debt, one row; rows can be pasted from a spreadsheet",
    plan: "By when each undisputed debt is repaid, in which parts, from which funds",
    check: "Mend the errors; mend the warnings, or confirm them with a reason",
    print: "Print the ledger, have it signed and sealed",
    export: "Get the submission file and its check code, and hand them in",
  },
  taskStates: {
    not_started: "Not started",
    waits: "Waits for the steps before",
    done: "Done",
    not_needed: "Not needed",
  },
  taskInProgress: (left) => `In progress, ${left} left`,
  taskErrors: (count) => (count === 1 ? "1 error" : `${count} errors`),
  deadlines: { ledger: "Ledger due", plan: "Repayment plans due" },
  dayOf: (day, weekday) => `${WEEKDAYS[weekday]} ${day}`,
  daysLeft: (left) =>
    left < 0 ? `${-left} days overdue` : left === 0 ? "due today" : `${left} days left`,
  overdueWhatToDo: (office) =>
    `The day is over: call ${office}, say why, and hand in as soon as you can.`,
  whoToAsk: "Whom to ask",
  phoneOf: (phone) => `Phone: ${phone}`,
  emailOf: (email) => `Email: ${email}`,
  errorsUnit: " errors",
  leftUnit: " left to do",
  plansInOrder: "Every debt that needs a plan has one.",
  plansLeft: (debts) => `The plans of ${debts} debts are still to be made or mended.`,
  sealSteps: [
    "Check everything below.",
    "Say how the paper is sealed: the check code depends on it, so fill it in before you print.",
    "Make the declaration and print the sheet.",
    "Have it signed by its filler, its reviewer and the head of the unit, and sealed.",
  ],
  sealed: "The sealed paper",
  revisionOf: (revision) => `revision ${revision}`,
  largePrint: "Large print",
  updateNow: "A newer version waits: save and update",
  anotherLedger: "Another ledger",
};
