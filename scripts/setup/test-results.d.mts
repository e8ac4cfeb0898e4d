export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests?: number;
  readonly success: boolean;
  readonly testResults: readonly { status: string; assertionResults: readonly { status: string }[] }[];
}
export interface PlaywrightReport {
  readonly stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  readonly errors: readonly unknown[];
}
export function tallyOfVitest(report: VitestReport): Tally;
export function tallyOfPlaywright(report: PlaywrightReport): Tally;
export function readTally<Report>(path: string, tallyOf: (report: Report) => Tally, exitCode: number): Tally;
export function sum(tallies: readonly Tally[]): Tally;
