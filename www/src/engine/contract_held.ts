/**
 * Holds the contract against what the crate says of itself: an answer that gains or loses a member,
 * or changes a type, does not compile here. Types only: nothing of it is bundled.
 */

import type * as Contract from "./contract";
import type * as Crate from "./crate/answers";
import type { EditErrorCode, Severity } from "./crate/keys";

/** Ours may say more closely what a member is; it may neither lack one nor have one more. */
type Held<Ours extends Theirs, Theirs> = [Exclude<keyof Ours, keyof Theirs>] extends [never]
  ? Ours
  : false;
type Each<T extends readonly object[]> = T;

export type Answers = Each<
  [
    Held<Contract.Overview, Crate.Overview>,
    Held<Contract.Overview["counts"], Crate.Counts>,
    Held<Contract.Overview["totals"], Crate.Totals>,
    Held<Contract.Finding, Crate.Finding>,
    Held<Contract.Cell, Crate.Cell>,
    Held<Contract.Change, Crate.Change>,
    Held<Contract.Preview, Crate.Preview>,
    Held<Contract.Preview["examples"][number], Crate.Example>,
    Held<Contract.Preview["unreadable"][number], Crate.UnreadCell>,
    Held<Contract.Preview["columns"][number], Crate.PastedColumn>,
    Held<Contract.Opened, Crate.Opened>,
    Held<Contract.Opened["findings"][number], Crate.FileFinding>,
    Held<Contract.Row, Crate.Row>,
    Held<Contract.Row["derived"], Crate.Derived>,
    Held<Contract.Submission, Crate.Submission>,
    Held<Contract.Subject, Crate.Subject>,
    Held<Contract.Piece, Crate.Piece>,
  ]
>;

/** The words that are unions in the crate. */
export type Words = [
  Within<Contract.Severity, Severity>,
  Within<Severity, Contract.Severity>,
  Within<Contract.ErrorCode, EditErrorCode | "campaign" | "date">,
  Within<EditErrorCode | "campaign" | "date", Contract.ErrorCode>,
];

type Within<Some extends All, All> = Some;
