import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span, Text } from '@/lib/types';
import { findLists } from './find-lists';
import { LAYOUTS, LIST_CASES, NO_LISTS, STYLES } from './list-cases';
import { NO_PARALLELS, PARALLEL_CASES } from './parallel-cases';

function read(string: string): { text: Text; paragraphs: Span[] } {
  const paragraphs: Span[] = [];
  let start = 0;
  for (const line of string.split('\n')) {
    paragraphs.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return {
    text: { string, units: Uint16Array.from({ length: string.length }, (_, i) => string.charCodeAt(i)) },
    paragraphs,
  };
}

function find(string: string, reports: readonly Span[] = []) {
  const { text, paragraphs } = read(string);
  return findLists(text, paragraphs, reports);
}

describe.each(STYLES)('markers $markers', ({ style, markers }) => {
  it.each(LAYOUTS)('$name', ({ write }) => {
    const text = write(markers);
    const { lists, notes } = find(text);
    expect(lists.map((list) => list.style)).toEqual([style]);
    expect(lists[0]?.items.map((item) => item.numeral)).toEqual([1, 2, 3]);
    const heads = lists[0]?.items.map((item) => item.head.replace(/^要/, ''));
    expect(heads).toEqual(['压实责任', '补齐短板', '严格督查']);
    expect(lists[0]?.lead).toBe('会议强调，要抓好三项任务');
    expect(text.slice(lists[0]?.start, lists[0]?.end)).toMatch(/严格督查，定期通报情况。?$/);
    expect(notes).toEqual([]);
  });
});

describe('lists', () => {
  it.each([...LIST_CASES, ...PARALLEL_CASES])('$name', ({ text, lists, notes, reports }) => {
    const starts = (reports ?? []).map((words) => text.indexOf(words));
    const spans = starts.map((start, i) => ({ start, end: starts[i + 1] ?? text.length }));
    const found = find(text, spans);
    const brief = found.lists.map((list) => ({
      style: list.style,
      numerals: list.items.map((item) => item.numeral).join(' '),
      parent: list.parent === null ? undefined : `${list.parent.list}.${list.parent.item}`,
      missing: list.missing.join(' ') || undefined,
    }));
    expect(brief).toEqual(
      lists.map(({ style, numerals, parent, missing }) => ({ style, numerals, parent, missing })),
    );
    lists.forEach(({ lead }, i) => {
      if (lead !== undefined) expect(found.lists[i]?.lead).toBe(lead);
    });
    expect(found.notes.map((note) => note.code)).toEqual(notes ?? []);
  });

  it.each([...NO_LISTS, ...NO_PARALLELS])('none in %s', (text) => {
    expect(find(text)).toEqual({ lists: [], notes: [] });
  });

  it('leaves the sentence after a list of sentences out of its last item', () => {
    const text = '要做到：一是查清底数；二是建好台账。区长还走访了企业。随后慰问了职工。';
    expect(text.slice(0, find(text).lists[0]?.end)).toMatch(/建好台账。$/);
  });

  it('ends a last item of several sentences where the next speech begins', () => {
    const text = '一是抓防汛。查堤坝。备物资。二是抓春耕。备种子。调农机。会议指出，成绩来之不易。';
    expect(text.slice(0, find(text).lists[0]?.end)).toMatch(/调农机。$/);
  });
});

const PIECES = [
  '一是',
  '二是',
  '三是',
  '四',
  '一要',
  '第一，',
  '第二，',
  '首先',
  '其次',
  '最后，',
  '其一，',
  '（一）',
  '（二）',
  '一、',
  '二、',
  '1.',
  '2.',
  '（1）',
  '①',
  '②',
  '⑴',
  '要抓',
  '加强领导',
  '，',
  '。',
  '；',
  '：',
  '\n',
  ' ',
  '会议强调，',
];
const chatter = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 })), {
  maxLength: 60,
});

describe('whatever the text', () => {
  it('lists are in order, in bounds, nested properly, and their items disjoint', () => {
    fc.assert(
      fc.property(chatter, (pieces) => {
        const string = pieces.join('');
        const { lists } = find(string);
        let last = 0;
        for (const [index, list] of lists.entries()) {
          expect(list.start).toBeGreaterThanOrEqual(last);
          last = list.start;
          expect(list.items.length).toBeGreaterThanOrEqual(2);
          let end = list.start;
          for (const item of list.items) {
            expect(item.start).toBeGreaterThanOrEqual(end);
            expect(item.end).toBeGreaterThan(item.start);
            end = item.end;
          }
          expect(list.end).toBe(end);
          expect(end).toBeLessThanOrEqual(string.length);
          if (list.parent === null) continue;
          expect(list.parent.list).toBeLessThan(index);
          const around = lists[list.parent.list]?.items[list.parent.item];
          expect(around?.start).toBeLessThanOrEqual(list.start);
          expect(around?.end).toBeGreaterThanOrEqual(list.end);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    '一是',
    '一是甲；二是乙。',
    '（一）',
    '1.',
    '①',
    '首先，其次，',
    '要抓好。',
    '一是甲（一）乙①丙',
    '三是 ',
  ])('time grows with the length of %s repeated, not with its square', (piece) => {
    const { text, paragraphs } = read(`一、甲。二、乙。${piece.repeat(1_000_000 / piece.length)}`);
    const started = performance.now();
    findLists(text, paragraphs, []);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
