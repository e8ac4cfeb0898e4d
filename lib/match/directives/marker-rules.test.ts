import { describe, expect, it } from 'vitest';
import { indexPhrases } from '../phrases';
import { surveyText } from '../survey';
import { MARKER_RULES } from './marker-rules';
import { readSigns } from './scan-markers';

const NO_PHRASES = indexPhrases([]);

const scan = (string: string) => {
  const units = Uint16Array.from(string, (c) => c.charCodeAt(0));
  const text = { string, units };
  return readSigns(text, [{ start: 0, end: string.length }], surveyText(text, NO_PHRASES)).markers;
};

describe.each(MARKER_RULES)('markers of the family $family', (rule) => {
  it.each(rule.examples)('reads %s', (example) => {
    expect(scan(example).map((marker) => marker.rule.family)).toContain(rule.family);
  });
  it.each(rule.counterExamples)('leaves %s alone', (example) => {
    expect(scan(example).map((marker) => marker.rule.family)).not.toContain(rule.family);
  });
});
