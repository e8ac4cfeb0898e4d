import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8');

/** 0.186 for .186, 1 for 1.000, 117036 for 117,036 and 117_036. */
const normal = (figure: string) => String(Number(figure.replace(/[,_]/g, '')));

interface Oracle {
  readonly statistic: string;
  readonly figures: readonly string[];
  readonly file: string;
  readonly title: string;
}

const ORACLES: Oracle[] = [
  ...read('docs/oracles.md').matchAll(/^\| (?!statistic|---)(.+?) \| (.+?) \| `(.+?)` (.+?) \|$/gm),
].map(([, statistic = '', figures = '', file = '', title = '']) => ({
  statistic,
  figures: figures.split(' '),
  file,
  title,
}));

/** Every number that stands in a source, also inside texts. */
function numbersIn(source: string): Set<string> {
  const found = source.replace(/(?<=\d)_(?=\d)/g, '').matchAll(/\d+(?:\.\d+)?|\.\d+/g);
  return new Set([...found].map(([n]) => normal(n)));
}

test('there is a row for each statistic', () => {
  expect(ORACLES.length).toBeGreaterThan(30);
  expect(new Set(ORACLES.map((o) => o.statistic)).size).toBe(ORACLES.length);
});

test.each(ORACLES.map((o) => [o.statistic, o] as const))('%s: its test has its figures', (_, oracle) => {
  const source = read(oracle.file);
  expect(source).toContain(oracle.title);
  const numbers = numbersIn(source);
  const missing = oracle.figures.filter((f) =>
    f.includes('×') ? !source.includes(f) : !numbers.has(normal(f)),
  );
  expect(missing).toEqual([]);
});

const SHARED = `${root}/../shared/spec/oracles.md`;

if (!existsSync(SHARED))
  test('the list of oracles is not here: the table stands for it', () => expect(ORACLES).not.toEqual([]));
else
  test('no number of the list of oracles is missing from the table', () => {
    const known = new Set(ORACLES.flatMap((o) => o.figures.flatMap((f) => [...numbersIn(f)])));
    const given = [...readFileSync(SHARED, 'utf8').matchAll(/\d[\d,]*(?:\.\d+)?|\.\d+/g)].map(([n]) => n);
    expect(given.length).toBeGreaterThan(200);
    // 1,105 may be one number or two.
    const isKnown = (n: string) =>
      known.has(normal(n)) ||
      n
        .split(',')
        .filter((part) => part !== '')
        .every((part) => known.has(normal(part)));
    expect(given.filter((n) => !isKnown(n))).toEqual([]);
  });
