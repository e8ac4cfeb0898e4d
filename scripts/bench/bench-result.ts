/** What a benchmark gives: one object, the same that --json prints. */
export type BenchResult = Readonly<Record<string, unknown>>;
