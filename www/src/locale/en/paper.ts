/** The answers to check, the declaration, and what stands on paper. */

import type { Part } from "..";
import type { paper as zh } from "../zh-CN/paper";

export const paper: Part<typeof zh> = {
  checkAnswers: "Check your answers",
  checkAnswersHelp:
    "Check each before you print. “Change” leads to its place; come back to this step afterwards.",
  change: "Change",
  changeOf: (what) => `Change ${what}`,
  notFilled: "not filled in",
  answersTotal: "Total",
  totalInWords: "Total arrears in capital figures",
  answersRows: "The debts",
  answersConfirmed: "Warnings confirmed, and why",
  noneConfirmed: "No warning had to be confirmed.",
  answersOpen: (errors, warnings) =>
    `${errors} errors and ${warnings} warnings are left: what is printed now bears no check code and is for checking only.`,
  declareTick: "I have checked the above and make this declaration",
  paperDeclares:
    "This unit has looked through everything it owes; what is stated here is true and complete, nothing is held back, and its head answers for it.",
  declaredBy: "Declared by (head of the unit)",
  declaredOn: "Declared on",
  declareFirst: "Check the answers and tick the declaration before you print the sheet to seal.",
  headMissing: "the head of the unit is not filled in",
  paperOutdated: (code) =>
    `The ledger was changed after it was printed: the code on paper, ${code || "none"}, is no longer that of the file. Print and seal it again.`,
  paperTotal: (count) => `Total: ${count} debts`,
  paperSubtotal: (count) => `This page: ${count} debts`,
  paperWithoutCode: "Something in the ledger is still open: no check code, for checking only",
  paperRevision: (revision) => `Version ${revision}`,
  paperGoesOn: "(continued)",
  paperPage: (page, pages) => `Page ${page} of ${pages}`,
  answered: "Warnings answered for",
  answeredColumns: ["Place", "Code", "Warning", "Reason"],
  seal: "Seal of the unit",
  codeOnPaper: "Check code on paper",
};
