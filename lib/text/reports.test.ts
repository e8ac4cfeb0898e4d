import { describe, expect, it } from 'vitest';
import type { Span, Text } from '@/lib/types';
import { splitReports } from './reports.ts';

const FILLER = '会议强调，要坚持统筹兼顾，压实各方责任，把各项任务落到实处。'.repeat(10);
const FIRST = `市委常委会会议召开 2月12日，市委召开常委会会议，研究部署工作。${FILLER}`;
const HEADLINE = '市政府党组会议传达学习重要精神 以更大力度巩固成效 ';
const SECOND = `2月13号下午，市长主持召开市政府党组会议，研究贯彻意见。${FILLER}`;

function split(string: string): string[] {
  const units = Uint16Array.from({ length: string.length }, (_, i) => string.charCodeAt(i));
  const text: Text = { string, units };
  const paragraphs: Span[] = [];
  let start = 0;
  for (const line of string.split('\n')) {
    paragraphs.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return splitReports(text, paragraphs).map((span) => string.slice(span.start, span.end));
}

describe('splitReports', () => {
  it('keeps one report whole', () => {
    expect(split(FIRST)).toEqual([FIRST]);
    expect(split('')).toEqual(['']);
  });

  it('splits at a second headline with a day of its own, in running text', () => {
    expect(split(`${FIRST} ${HEADLINE}${SECOND}`).map((s) => s.slice(0, 8))).toEqual([
      '市委常委会会议召',
      '市政府党组会议传',
    ]);
  });

  it('splits at a second headline on a line of its own', () => {
    expect(split(`${FIRST}\n${HEADLINE.trim()}\n${SECOND}`).map((s) => s.slice(0, 4))).toEqual([
      '市委常委',
      '市政府党',
    ]);
  });

  it('covers the whole text', () => {
    const text = `${FIRST} ${HEADLINE}${SECOND}`;
    expect(split(text).join('')).toBe(text);
  });

  it.each([
    ['a second meeting of the same day', `${FIRST} ${HEADLINE}${SECOND.replace('2月13号', '2月12日')}`],
    ['a second day without a headline', `${FIRST}${SECOND}`],
    ['a second day inside a sentence', `${FIRST}会议还听取了汇报，${SECOND}`],
    ['a cited meeting', `${FIRST}会议传达学习了2月3日中央召开的会议精神。${FILLER}`],
    [
      'a lead right after the first',
      `2月12日，市委召开常委会会议。 市政府会议召开 2月13日，市长主持召开常务会议。${FILLER}`,
    ],
  ])('does not split at %s', (_, text) => {
    expect(split(text)).toHaveLength(1);
  });
});
