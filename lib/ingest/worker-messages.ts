import type { Problem, RawDocument } from './read/raw-document';

/** What a worker needs to know once. */
export interface WorkerSetup {
  readonly runId: number;
  readonly dataDir: string;
  readonly lexicons: readonly string[];
  readonly source: string | null;
  readonly synthetic: readonly string[];
}

export interface WorkerBatch {
  readonly ordinal: number;
  readonly documents: readonly RawDocument[];
}

export type WorkerReply =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'done';
      readonly ordinal: number;
      readonly bytes: number;
      readonly stored: number;
      readonly known: number;
      readonly mentions: number;
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'failed'; readonly message: string };
