import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listInputs, patternToRegExp } from './list-inputs';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tifa-list-'));
  for (const path of ['a/1.txt', 'a/2.html', 'a/b/3.txt', 'a/[4].txt', '.hidden.txt']) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), 'x');
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['a/*.txt', ['a/1.txt', 'a/[4].txt']],
  ['a/**/*.txt', ['a/1.txt', 'a/[4].txt', 'a/b/3.txt']],
  ['**/?.txt', ['a/1.txt', 'a/b/3.txt']],
  ['a/[0-9].*', ['a/1.txt', 'a/2.html']],
  ['a/[!1].*', ['a/2.html']],
  ['a/[4].txt', ['a/[4].txt']],
  ['a/*.csv', []],
])('%s', async (pattern, expected) => {
  const { files, problems } = await listInputs([join(folder, pattern)]);
  expect(files.map((f) => f.path).sort()).toEqual(expected.map((e) => join(folder, e)).sort());
  expect(problems.map((p) => p.code)).toEqual(expected.length === 0 ? ['no-match'] : []);
});

test('dots in a pattern are dots', () => {
  expect(patternToRegExp('a.txt').test('abtxt')).toBe(false);
});

test('an empty folder is said to be empty; pipes and devices are not waited for', async () => {
  mkdirSync(join(folder, 'none/deeper'), { recursive: true });
  execFileSync('mkfifo', [join(folder, 'a/pipe')]);
  const { files, problems } = await listInputs([join(folder, 'none'), join(folder, 'a/pipe'), '/dev/zero']);
  expect(files).toEqual([]);
  expect(problems.map((p) => p.detail)).toEqual([
    'the folder holds no files',
    ...Array(2).fill(expect.stringContaining('it is no file')),
  ]);
  rmSync(join(folder, 'a/pipe'));
});
