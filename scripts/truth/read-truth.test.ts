import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WrongArgument } from '../command/run-command';
import { readTruth } from './read-truth';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tifa-truth-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const GOOD = '{"id":"own-1","must":{"自己的提法":1},"may":[]}';

it.each([
  ['text', 'a.jsonl', `${GOOD}\nno JSON\n`, ':2 is no JSON'],
  ['another shape', 'b.jsonl', `\n${GOOD}\n{"id":"own-2","may":[]}\n`, ':3 is no truth: must'],
  ['JSON of another shape', 'c.json', '[1]', ' is no truth'],
])('names file and line of a truth that is none: %s', (_, name, text, message) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  expect(() => readTruth(path)).toThrow(WrongArgument);
  expect(() => readTruth(path)).toThrow(path + message);
});

it('names a truth that is not there', () => {
  expect(() => readTruth(join(folder, 'none.jsonl'))).toThrow('none.jsonl cannot be read');
});

it('reads one document a line', () => {
  const path = join(folder, 'd.jsonl');
  writeFileSync(path, `${GOOD}\n\n`);
  expect(readTruth(path)).toMatchObject([{ id: 'own-1', must: { 自己的提法: 1 } }]);
});
