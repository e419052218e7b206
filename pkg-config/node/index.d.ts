/** The rules of arrears-ledger in Node.js. */

/** A file: its bytes, its text, or either with what answers are to call it. */
export type File = Uint8Array | string | { name?: string; content: Uint8Array | string };

export interface Options {
  /** The day to check for, YYYY-MM-DD; without it, today in China. */
  today?: string;
  /** The language of messages. */
  lang?: "zh" | "en";
  /** A campaign file; without it, the campaign the module carries. */
  campaign?: File;
  /** Newer files of dated facts. */
  data?: File[];
}

export interface NamedOptions extends Options {
  /** What the answer is to call the file. */
  name?: string;
}

export interface Counts {
  errors: number;
  warnings: number;
  notices: number;
  confirmed: number;
}

export interface Finding {
  code: string;
  severity: "error" | "warning" | "notice";
  /** A JSON Pointer into the submission. */
  path: string;
  message: string;
  params: Record<string, unknown>;
  basis: string;
  /** Why a warning was confirmed. */
  reason?: string;
}

export interface Validation {
  file: string;
  valid: boolean;
  digest: string | null;
  counts: Counts;
  findings: Finding[];
}

export interface Submission {
  text: string;
  digest: string;
  check_code: string;
  file_name: string;
}

export class ArrearsError extends Error {
  /** The command line's exit code. */
  readonly status: number;
  readonly code: "request" | "campaign" | "data" | "unreadable" | "fault";
  /** A JSON Pointer into the call. */
  readonly path: string;
  readonly faults: unknown[];
}

export class ArrearsLedger {
  constructor(module?: WebAssembly.Module);
  validate(file: File, options?: NamedOptions & { previous?: File }): Validation;
  lines(stream: File, options?: NamedOptions): Validation[];
  together(files: File[], options?: Options & { previous?: File[]; leads?: File }): Validation[];
  submit(
    file: File,
    options?: Omit<NamedOptions, "data"> & { previous?: File },
  ): { submission: Submission | null; validation: Validation };
  explain(file: File, path: string, options?: Omit<NamedOptions, "data">): Record<string, unknown>[];
  digest(file: File): { digest: string; check_code: string };
  compare(old: File, now: File): Record<"header" | "new" | "gone" | "changed", unknown[]>;
  code(code: string): Record<string, unknown>;
  campaign(file: File): Record<string, unknown>;
  rules(): Record<string, unknown>[];
  fields(): Record<string, Record<string, unknown>[]>;
  schema(of?: "submission" | "findings" | "campaign"): Record<string, unknown>;
  version(): { version: string; format: number; campaign: string };
  call(request: Uint8Array): { status: number; text: string };
}

/** The bytes of a call, as the crate's `call` has them. */
export function request(name: string, members: Record<string, unknown>): Uint8Array;
