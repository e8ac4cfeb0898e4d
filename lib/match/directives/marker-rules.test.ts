import { describe, expect, it } from 'vitest';
import { MARKER_RULES } from './marker-rules';
import { readMarks } from './scan-markers';

const scan = (string: string) => {
  const units = Uint16Array.from(string, (c) => c.charCodeAt(0));
  return readMarks({ string, units }, [{ start: 0, end: string.length }]).markers;
};

describe.each(MARKER_RULES)('markers of the family $family', (rule) => {
  it.each(rule.examples)('reads %s', (example) => {
    expect(scan(example).map((marker) => marker.rule.family)).toContain(rule.family);
  });
  it.each(rule.counterExamples)('leaves %s alone', (example) => {
    expect(scan(example).map((marker) => marker.rule.family)).not.toContain(rule.family);
  });
});
