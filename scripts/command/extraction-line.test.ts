import { describe, expect, it } from 'vitest';
import type { Extraction, Mention } from '@/lib/types';
import { extractionLine } from './extraction-line';

/** The names under which a mention that spans the whole text is printed. */
function printed(
  text: string,
  slogan: string,
  quoted = false,
): { slogan: string; canonical: string; sense?: string } {
  const mention: Mention = {
    start: 0,
    end: text.length,
    slogan,
    kind: 'parallel',
    listed: true,
    quoted,
    surface: text,
    originalStart: 0,
    originalEnd: text.length,
    report: 0,
    paragraph: 0,
    frame: null,
    speaker: null,
  };
  const extraction: Partial<Extraction> = { text, mentions: [mention] };
  const { slogan: name, canonical, sense } = JSON.parse(extractionLine(extraction as Extraction)).mentions[0];
  return sense === undefined ? { slogan: name, canonical } : { slogan: name, canonical, sense };
}

describe('extractionLine', () => {
  it.each([
    ['四个意识', '四个意识', '四个意识', 'the same'],
    ['4个意识', '四个意识', '四个意识', 'another digit'],
    ['稳就业，稳企业', '稳就业、稳企业', '稳就业、稳企业', 'another separator'],
    ['降碳减污', '降碳、减污', '降碳减污', 'no separators between short clauses'],
    ['科学化民主化', '科学化、民主化', '科学化民主化', 'no separators between nouns of one ending'],
    ['听党话跟党走', '听党话、跟党走', '听党话、跟党走', 'no separators between longer clauses'],
    ['减污、降碳', '降碳、减污', '减污、降碳', 'another order'],
  ])('prints %s, counted under %s, as %s: %s', (text, canonical, slogan) => {
    expect(printed(text, canonical)).toEqual({ slogan, canonical });
  });

  it('takes a space for a separator', () => {
    expect(printed('开好局 起好步', '开好局、起好步').slogan).toBe('开好局、起好步');
    expect(printed('同心向未来 携手谱新篇', '同心向未来、携手谱新篇', true).slogan).toBe(
      '同心向未来、携手谱新篇',
    );
  });

  it('tells which sense of a wording it is', () => {
    expect(printed('动态清零', '动态清零（拖欠）')).toEqual({
      slogan: '动态清零',
      canonical: '动态清零',
      sense: '拖欠',
    });
  });
});
