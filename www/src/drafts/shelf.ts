/** A place that keeps texts under keys: all that drafts ask of a browser, or of a host. */

export type ShelfErrorCode =
  /** No room left. What stood there still does. */
  | "full"
  /** Switched off, or out of reach. */
  | "forbidden"
  /** Another window has become the draft's writer. */
  | "taken";

export class ShelfError extends Error {
  constructor(readonly code: ShelfErrorCode) {
    super(code);
  }
}

/** What a save does: texts put there, in this order, and keys that go afterwards. */
export interface Batch {
  puts: [key: string, text: string][];
  removes: string[];
}

/** Who may write: the key under which the writer of a draft is named, and the name it must have. */
export interface Guard {
  key: string;
  writer: string;
}

export interface Shelf {
  /** Every key that starts with `prefix`. */
  keys(prefix: string): Promise<string[]>;
  /** The texts of those keys that there are. */
  read(keys: readonly string[]): Promise<Map<string, string>>;
  /** Does a batch. Throws a `ShelfError`. */
  write(batch: Batch, guard?: Guard): Promise<void>;
}

/** A shelf that answers at once, so that it can still be written while the page goes away. */
export interface QuickShelf extends Shelf {
  /** Puts one text; throws a `ShelfError`. */
  put(key: string, text: string): void;
  remove(key: string): void;
  get(key: string): string | null;
}
