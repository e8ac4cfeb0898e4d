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
  /** Of a batch from the queue: what else the setup says once for all. */
  readonly runId?: number;
  readonly source?: string | null;
  readonly synthetic?: readonly string[];
}

/** What became of a batch. */
export interface BatchDone {
  readonly ordinal: number;
  readonly bytes: number;
  readonly stored: number;
  readonly known: number;
  readonly mentions: number;
  readonly problems: readonly Problem[];
}
