import { expect, test } from 'vitest';
import { textHash } from '../identity';
import { editCharacters, editSentences, seededRandom } from './edit-text';
import { type DatedText, findGroups as findGroupsOf } from './find-groups';
import { sketchOf } from './sketch';

function text(seed: number): string {
  const random = seededRandom(seed);
  return Array.from({ length: 500 }, () => String.fromCharCode(0x4e00 + Math.floor(random() * 4000))).join(
    '',
  );
}

const letters = new Map<bigint, string>();
const findGroups = (texts: readonly DatedText[]) => findGroupsOf(texts, (id) => letters.get(id) ?? '');

function arriving(t: string, day: number | null = 18_000): DatedText {
  const hash = textHash(t);
  letters.set(hash, t);
  return { text: hash, document: hash, day, signature: sketchOf(t), group: hash, arriving: true };
}

const edited = (seed: number, n: number) => editSentences(text(seed), 0.05, text(900 + n), seededRandom(n));
const families = [1, 2, 3].flatMap((seed) => [text(seed), ...[1, 2, 3, 4].map((n) => edited(seed, n))]);

test('edited texts come to their originals, and a group is named after its smallest text', () => {
  const texts = [...families, text(50)].map((t) => arriving(t));
  const groups = findGroups(texts);
  expect(new Set(groups).size).toBe(4);
  for (let family = 0; family < 3; family++) {
    const members = texts.slice(family * 5, family * 5 + 5);
    const smallest = members.map((t) => t.text).reduce((a, b) => (b < a ? b : a));
    expect(groups.slice(family * 5, family * 5 + 5)).toEqual(Array(5).fill(smallest));
  }
});

test('the order does not matter, nor what was grouped before', () => {
  const texts = families.map((t) => arriving(t));
  const expected = new Map(texts.map((t, i) => [t.text, findGroups(texts)[i]]));
  const turned = [...texts].reverse();
  expect(new Map(turned.map((t, i) => [t.text, findGroups(turned)[i]]))).toEqual(expected);
  for (let cut = 1; cut < texts.length; cut += 3) {
    const first = texts.slice(0, cut);
    const before = findGroups(first);
    const both = [
      ...first.map((t, i) => ({ ...t, group: before[i] as bigint, arriving: false })),
      ...texts.slice(cut),
    ];
    expect(new Map(both.map((t, i) => [t.text, findGroups(both)[i]]))).toEqual(expected);
  }
});

test('a text without a sketch stays by itself', () => {
  const short = arriving('会议强调要压实责任。');
  expect(findGroups([short, arriving(text(1))])[0]).toBe(short.text);
});

test('a crowd of one mould is one group where its texts are copies, in little time', () => {
  const crowd = Array.from({ length: 3_000 }, (_, i) => arriving(`${text(1)}${text(2000 + i).slice(0, 20)}`));
  expect(new Set(findGroups(crowd)).size).toBe(1);
});

test('copies are found across the borders of windows, and in years of days', () => {
  const texts = Array.from({ length: 60 }, (_, i) => [
    arriving(text(i), 10_000 + 37 * i),
    arriving(editSentences(text(i), 0.05, text(900), seededRandom(i)), 10_000 + 37 * i + (i % 32)),
  ]).flat();
  expect(new Set(findGroups(texts)).size).toBe(60);
});

test('a text without a day is compared with those of all days', () => {
  const texts = [arriving(text(1), 10_000), arriving(edited(1, 1), 15_000), arriving(edited(1, 2), null)];
  expect(new Set(findGroups(texts)).size).toBe(1);
  expect(new Set(findGroups(texts.slice(0, 2))).size).toBe(2);
});

test('a short text with slips in every tenth letter is a copy; the same mould with other names is not', () => {
  const short = (seed: number) => text(seed).slice(0, 180);
  const slips = Array.from({ length: 60 }, (_, i) =>
    findGroups([arriving(short(i)), arriving(editCharacters(short(i), 0.1, text(900), seededRandom(i)))]),
  );
  expect(slips.filter(([a, b]) => a === b).length).toBeGreaterThanOrEqual(57);
  // Fifteen names of two letters each, in a hundred and sixty-five letters that are the same.
  const mould = (seed: number) =>
    Array.from(
      { length: 15 },
      (_, k) => short(70).slice(11 * k, 11 * k + 11) + text(seed).slice(2 * k, 2 * k + 2),
    ).join('');
  const moulds = Array.from({ length: 10 }, (_, i) =>
    findGroups([arriving(mould(1000 + i)), arriving(mould(2000 + i))]),
  );
  expect(moulds.filter(([a, b]) => a === b)).toEqual([]);
});
