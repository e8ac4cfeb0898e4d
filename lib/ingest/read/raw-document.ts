/** A document as it lies in a file: still bytes, so that reading is cheap and decoding can happen in a worker. */
export interface RawDocument {
  /** The input as the user named it. */
  readonly input: string;
  /** Line of a JSONL or CSV file, or record of a web archive, from 1; null for a file that is one document. */
  readonly line: number | null;
  readonly format: 'json' | 'html' | 'text';
  readonly bytes: Uint8Array;
  /** Where the document was fetched from. */
  readonly url?: string | null;
  /** What HTTP says of its encoding. */
  readonly charset?: string | null;
  /** What was known before it was opened: a feed or a list page names title and day. */
  readonly title?: string | null;
  readonly published?: string | null;
  readonly source?: string | null;
}

/** An input, or a line of one, that cannot be read as a document. `code` is kebab-case, `detail` a sentence for people. */
export interface Problem {
  readonly input: string;
  readonly line: number | null;
  readonly code: string;
  readonly detail: string;
}

export type ReadItem = { readonly document: RawDocument } | { readonly problem: Problem };

/** More than any page of this genre, less than what would stall a worker: work reports have 200 kB. */
export const MAX_DOCUMENT_BYTES = 32 * 1024 * 1024;
