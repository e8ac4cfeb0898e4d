import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Text } from '@/lib/types';
import { mayJoin } from './find-lists';
import { MARKER_RULES } from './marker-rules';
import { isLead, LEADS, NO_LEADS } from './parallel-leads';
import { listParallels } from './parallel-openings';
import { findRuns } from './runs';
import { readMarkers, readMarks } from './scan-markers';

function textOf(string: string): Text {
  return { string, units: Uint16Array.from({ length: string.length }, (_, i) => string.charCodeAt(i)) };
}

/** Reads markers at every unit, without what sifts the places. */
function scan(string: string) {
  const places = Int32Array.from({ length: string.length }, (_, i) => i);
  return readMarkers(textOf(string), [{ start: 0, end: string.length }], places, string.length);
}

describe.each(MARKER_RULES)('markers of the family $family', (rule) => {
  it.each(rule.examples)('reads %s', (example) => {
    expect(scan(example).map((marker) => marker.rule.family)).toContain(rule.family);
  });
  it.each(rule.counterExamples)('leaves %s alone', (example) => {
    expect(scan(example).filter((marker) => marker.rule.family === rule.family)).toEqual([]);
  });
});

describe('leads of parallel instructions', () => {
  it.each(LEADS)('%s', (words) => expect(isLead(words)).toBe(true));
  it.each(NO_LEADS)('not %s', (words) => expect(isLead(words)).toBe(false));
});

describe('readMarks', () => {
  it('reads all markers where two may stand in one list', () => {
    const examples = MARKER_RULES.flatMap((rule) => [...rule.examples, ...rule.counterExamples]);
    const pieces = fc.oneof(
      fc.constantFrom(...examples),
      fc.string({
        unit: fc.constantFrom(...'一二十第其首先次再最后是要（()）12309.、．，：。； \n个年①”统的办⑴⑵'),
        maxLength: 6,
      }),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const string = parts.join('');
        const markers = scan(string);
        const { markers: found } = readMarks(textOf(string), [{ start: 0, end: string.length }]);
        expect(found.length === 0 && !mayJoin(markers) ? markers : found).toEqual(markers);
      }),
      { numRuns: 5000 },
    );
  });

  it('reads all sentences that begin alike where they may give instructions', () => {
    const sentences = fc.constantFrom(
      '要抓实',
      '要稳',
      '加快建设',
      '加大',
      '我们要',
      '我们',
      '全市',
      '“要',
      '会议强调，',
      '通知要求：“',
      '，要抓实',
      '。',
      '；',
      '\n',
      ' ',
      '”',
    );
    fc.assert(
      fc.property(fc.array(sentences, { maxLength: 24 }), (parts) => {
        const string = parts.join('');
        const whole = [{ start: 0, end: string.length }];
        const text = textOf(string);
        const stops = Array.from(string, (c, i) => ('。！？；\n'.includes(c) ? i : -1)).filter((i) => i >= 0);
        const all = findRuns(text, Int32Array.from(stops), stops.length);
        const parallels = listParallels(string, whole, readMarks(text, whole).runs, []);
        expect(parallels).toEqual(listParallels(string, whole, all, []));
      }),
      { numRuns: 3000 },
    );
  });
});
