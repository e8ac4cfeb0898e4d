/** What a thread that extracts anew needs to know once. */
export interface ReextractSetup {
  readonly dataDir: string;
  readonly lexicons: readonly string[];
}

export interface ReextractBatch {
  readonly ordinal: number;
  readonly ids: readonly string[];
}

export interface ReextractDone {
  readonly ordinal: number;
  readonly documents: number;
  readonly changed: number;
}
