/** How an ingestion was asked for, apart from its inputs: kept with its run, so that it can be gone on with. */
export interface RunSettings {
  /** The folder that relative inputs count from. */
  readonly folder?: string;
  readonly source?: string | null;
  readonly columns?: Readonly<Record<string, string>>;
  readonly lexicons?: readonly string[];
  readonly allowPrivate?: boolean;
  /** Seconds between two requests to one host. */
  readonly delay?: number;
  readonly queue?: boolean;
}
