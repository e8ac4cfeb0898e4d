import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Match, Span, Text } from '@/lib/types';
import { compileLexicon } from './compile-lexicon';
import { parseLexicon } from './lexicon';
import { findMatches, type MatchOptions } from './slogans';

const HEADER =
  'canonical\tkind\tvariants\tmembers\tgloss\tdomain\tintroduced\toccasion\tlevel\tplace\tproof\twhen\tunless\tnote';
const ROWS: readonly (readonly [string, string, string?, string?, string?])[] = [
  ['四个意识', 'numeral'],
  ['四个自信', 'numeral'],
  ['两个维护', 'numeral'],
  ['三农', 'numeral'],
  ['六稳', 'numeral'],
  ['高质量发展', 'set'],
  ['数字中国', 'set'],
  ['应接尽接', 'set'],
  ['应救尽救', 'set'],
  ['应保尽保、应兜尽兜', 'parallel'],
  ['大抓项目、抓大项目', 'parallel'],
  ['稳增长', 'parallel'],
  ['稳增长、促改革、调结构', 'parallel'],
  ['外防输入、内防反弹', 'parallel'],
  ['外防输入、内防扩散', 'parallel'],
  ['互联网+', 'formula'],
  ['动态清零', 'set', '', '', '欠薪|拖欠'],
  ['动态清零（拖欠）', 'set', '动态清零', '欠薪|拖欠'],
  ['16+1合作', 'trap'],
  ['5+1', 'trap', '', '伊核'],
  ['一盘棋', 'quoted'],
  ['三个一号工程', 'numeral', '三个“一号工程”'],
  ['小院高墙、脱钩断链', 'parallel'],
  ['第三农场', 'trap'],
];
const LEXICON = compileLexicon(
  parseLexicon(
    [
      HEADER,
      ...ROWS.map(
        ([c, k, v = '', when = '', unless = '']) => `${c}\t${k}\t${v}${'\t'.repeat(9)}${when}\t${unless}\t`,
      ),
    ].join('\n'),
    'test.tsv',
  ).entries,
);

function textOf(string: string): Text {
  const units = new Uint16Array(string.length);
  for (let i = 0; i < string.length; i++) units[i] = string.charCodeAt(i);
  return { string, units };
}

function paragraphsOf(string: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const piece of string.split('\n')) {
    if (piece.length > 0) spans.push({ start, end: start + piece.length });
    start += piece.length + 1;
  }
  return spans;
}

function matches(string: string, options?: MatchOptions): Match[] {
  return findMatches(textOf(string), paragraphsOf(string), LEXICON, options);
}

function found(string: string): string[] {
  return matches(string).map((m) => m.slogan);
}

describe('findMatches', () => {
  it.each([
    ['增强“四个意识”、坚定“四个自信”、做到“两个维护”', ['四个意识', '四个自信', '两个维护']],
    ['统筹推进稳增长、促改革、调结构各项任务', ['稳增长、促改革、调结构']],
    ['统筹推进稳增长，促改革；调结构', ['稳增长、促改革、调结构']],
    ['外防输入内防反弹不能松', ['外防输入、内防反弹']],
    ['“4个意识”', ['四个意识']],
    ['中东欧16+1合作', []],
    ['第三农场', []],
    ['十四个意识', []],
    ['成立高质量发展领导小组', []],
    ['“四个意识教育”', ['四个意识']],
    ['“四个意识、四个自信、两个维护”', ['四个意识', '四个自信', '两个维护']],
    ['做好“六稳六稳”工作', ['六稳', '六稳']],
    ['推进“高质量发展、高品质生活”目标', ['高质量发展、高品质生活']],
    ['县高质量发展局印发通知', []],
    ['高质量发展局面良好', ['高质量发展']],
    ['高质量发展工作会议', ['高质量发展']],
    ['创新高，双三农', []],
    ['高质量发展、跨越式发展', ['高质量发展']],
    ['推动高质量发展、高水平开放、高品质生活。', ['高质量发展、高水平开放、高品质生活']],
    ['推动数字中国、网络强国、智慧社会。', ['数字中国']],
    ['落实“应接尽接、应种尽种”要求', ['应接尽接、应种尽种']],
    ['“应保尽保、应兜尽兜、应救尽救”', ['应保尽保、应兜尽兜、应救尽救']],
    ['突出大抓项目、抓大项目、抓好项目。', ['大抓项目、抓大项目、抓好项目']],
    ['坚持动态清零', ['动态清零']],
    ['对欠薪案件动态清零', ['动态清零（拖欠）']],
    ['全市“一盘棋”', ['一盘棋']],
    ['用好“互联网+”', ['互联网+']],
    ['落实“1+1+9”工作部署', ['1+1+9']],
    ['推进“5+1”专项整治', ['5+1']],
    ['伊核问题“5+1”会谈', []],
    ['实施三个“一号工程”', ['三个一号工程']],
    ['实施“三个一号工程”', ['三个一号工程']],
    ['反对“小院高墙、脱钩断链”', ['小院高墙、脱钩断链']],
    ['“小院高墙”、“脱钩断链”', []],
  ])('reads %s', (string, slogans) => {
    expect(found(string)).toEqual(slogans);
  });

  it('leaves quotation marks out of the span', () => {
    const [match] = matches('做到“两个维护”。');
    expect(match).toEqual({
      start: 3,
      end: 7,
      slogan: '两个维护',
      kind: 'numeral',
      listed: true,
      quoted: true,
    });
  });

  it('counts a repeated title once', () => {
    const title = '我县推动高质量发展再上台阶';
    const string = `${title}\n本县召开会议。\n原标题：${title}`;
    expect(found(string)).toHaveLength(2);
    expect(matches(string, { titleSpan: { start: 0, end: title.length } })).toHaveLength(1);
  });

  it('never crosses paragraphs', () => {
    expect(found('外防输入、\n内防反弹')).toEqual([]);
  });

  it('gives disjoint spans in bounds for any text', () => {
    const piece = fc.constantFrom(
      '“',
      '”',
      '、',
      '，',
      '。',
      '\n',
      '一',
      '三',
      '1',
      '+',
      '不',
      '稳增长',
      '促改革',
      '四个意识',
      '两',
      '的',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 80 }),
        (pieces) => {
          const string = pieces.join('');
          let end = 0;
          for (const match of matches(string)) {
            expect(match.start).toBeGreaterThanOrEqual(end);
            expect(match.end).toBeGreaterThan(match.start);
            expect(match.slogan.length).toBeGreaterThan(0);
            end = match.end;
          }
          expect(end).toBeLessThanOrEqual(string.length);
        },
      ),
    );
  });

  it.each(['一是', '“', '”', '1', '、', '+', '稳', '1+', '“一', '不漏、', '四个'])(
    'stays linear on a million of %s',
    (unit) => {
      const string = unit.repeat(1_000_000 / unit.length);
      // A quadratic step would take hours here and run into the time limit of the test.
      expect(matches(string).length).toBeLessThanOrEqual(string.length);
    },
  );
});
