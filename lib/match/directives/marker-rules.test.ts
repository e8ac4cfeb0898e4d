import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Text } from '@/lib/types';
import { mayJoin } from './find-lists';
import { MARKER_RULES } from './marker-rules';
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

describe('readMarks', () => {
  it('reads all markers where two may stand in one list', () => {
    const examples = MARKER_RULES.flatMap((rule) => [...rule.examples, ...rule.counterExamples]);
    const pieces = fc.oneof(
      fc.constantFrom(...examples),
      fc.string({
        unit: fc.constantFrom(...'一二十第其首先次再最后是要（()）12309.、．，：。； \n个年①”统办'),
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
});
