import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '@/lib/store/project-root';
import { withDatabase } from '@/lib/store/testing/with-database';

const db = withDatabase();
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tifa-command-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command as npm does for somebody who typed it in a folder outside of the project. */
function ingest(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join('node_modules', 'tsx', 'dist', 'cli.mjs'), 'scripts/ingest.ts', '--no-index', ...args],
    {
      cwd: projectRoot(),
      env: { ...process.env, INIT_CWD: folder, DATABASE_URL: db.url },
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

async function runs(): Promise<unknown[]> {
  return (await db.pool.query('SELECT stored, refused, inputs FROM run ORDER BY id')).rows;
}

test('a wrong input is said, with code 2, and begins nothing', async () => {
  const { status, stderr } = ingest('dataset:none');
  expect(status).toBe(2);
  expect(stderr).toContain('there is no dataset "none"');
  expect(await runs()).toEqual([]);
});

test('a lexicon that is none is said, with code 2, and begins nothing', async () => {
  writeFileSync(join(folder, 'own.json'), '{"slogans": []}\n');
  const { status, stderr } = ingest('--lexicon', 'own.json', 'own.csv');
  expect(stderr).toContain(`${join(folder, 'own.json')} is no lexicon`);
  expect(status).toBe(2);
  expect(await runs()).toEqual([]);
});

test('paths count from where the command was typed; what cannot be read is named, with code 1', async () => {
  writeFileSync(join(folder, 'own.csv'), 'nr,rq\n会议强调，要落实“四方责任”。,2021-03-04\n');
  const { status, stdout, stderr } = ingest(
    '--column',
    'text=nr',
    '--column',
    'date=rq',
    'own.csv',
    'none.txt',
  );
  expect(stderr).toContain('none.txt: there is no such file (unreadable)');
  expect(stderr).toMatch(/^done: 1 documents/m);
  expect(stdout).toContain('1 documents stored, 0 known already, 1 not readable');
  expect(status).toBe(1);
  expect(await runs()).toEqual([{ stored: 1, refused: 1, inputs: ['own.csv', 'none.txt'] }]);
});
