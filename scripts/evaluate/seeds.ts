import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { hasShared, ROOT, SHARED } from './shared-files';

const scoreShape = z.record(z.string(), z.number().nullable());

/**
 * Extracts the pages of `../shared/seeds` as a user does, with the command line, and lets the scorer that goes with
 * their truth judge what came out. Its figures are printed one a line, then every miss.
 */
export function evaluateSeeds(): void {
  if (!hasShared('seeds', ['seeds', 'gold/score.mjs', 'gold/seeds.json'])) return;
  const folder = mkdtempSync(join(tmpdir(), 'tifa-seeds-'));
  try {
    const extractions = join(folder, 'extractions.jsonl');
    const out = openSync(extractions, 'w');
    const extract = ['--import', 'tsx', 'scripts/extract.ts', '--format', 'jsonl', join(SHARED, 'seeds')];
    runNode(extract, out);
    closeSync(out);
    const gold = join(SHARED, 'gold');
    const scored = runNode(
      [join(gold, 'score.mjs'), join(gold, 'seeds.json'), extractions, '--verbose'],
      'pipe',
    );
    const [figures = '', ...misses] = scored.trimEnd().split('\n');
    for (const [name, value] of Object.entries(scoreShape.parse(JSON.parse(figures))))
      console.log(`${name.padEnd(16)} ${value ?? '–'}`);
    for (const miss of misses) console.log(`  ${miss}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a script printed, or nothing where its output goes to a file; throws where it failed. */
function runNode(args: readonly string[], stdout: 'pipe' | number): string {
  const run = spawnSync(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', stdout, 'inherit'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`node ${args.join(' ')} ended with ${run.status ?? run.signal}`);
  return run.stdout ?? '';
}
