import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isSupported } from './node-version.mjs';
import { readTally, sum, tallyOfPlaywright, tallyOfVitest } from './test-results.mjs';

const folder = mkdtempSync(join(tmpdir(), 'tifa-tally-'));
afterAll(() => rmSync(folder, { recursive: true }));

const unit = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, success: true, testResults: [] };

describe('the tally of the tests', () => {
  it('adds up both runners', () => {
    const pages = tallyOfPlaywright({
      stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 },
      errors: [],
    });
    expect(sum([tallyOfVitest(unit), pages])).toEqual({ passed: 8, failed: 2, skipped: 1 });
  });

  it('counts a file that could not be loaded and an error outside of tests', () => {
    const unloaded = { status: 'failed', assertionResults: [] };
    expect(tallyOfVitest({ ...unit, success: false, testResults: [unloaded] }).failed).toBe(1);
    expect(tallyOfVitest({ ...unit, success: false }).failed).toBe(1);
  });

  it('never calls a broken run a success', () => {
    expect(readTally(join(folder, 'missing.json'), tallyOfVitest, 0).failed).toBe(1);
    const report = join(folder, 'report.json');
    writeFileSync(report, JSON.stringify(unit));
    expect(readTally(report, tallyOfVitest, 0).failed).toBe(0);
    expect(readTally(report, tallyOfVitest, 1).failed).toBe(1);
  });
});

describe('isSupported', () => {
  it('wants Node 20.19 or later', () => {
    expect(['20.19.0', '22.0.0', '24.1.0'].every(isSupported)).toBe(true);
    expect(['18.20.0', '20.18.3', '16.0.0'].some(isSupported)).toBe(false);
  });
});
