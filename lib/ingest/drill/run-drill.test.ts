import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runDrill } from './run-drill';

const folder = mkdtempSync(join(tmpdir(), 'tifa-drill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('after kills at random moments every table is that of an undisturbed run', async () => {
  const result = await runDrill({ folder, documents: 2_000, kills: 3, seed: 5 });
  expect(result.differing).toEqual([]);
  expect(Object.values(result.kills).reduce((a, b) => a + b)).toBe(3);
}, 300_000);
