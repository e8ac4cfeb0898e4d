import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from './extract';
import { loadResources } from './resources';
import type { Extraction, Input, Span } from './types';

const resources = loadResources();

function read(text: string, given: Partial<Input> = {}): Extraction {
  const nothing = {
    id: null,
    source: null,
    url: null,
    title: null,
    date: null,
    place: null,
    published: null,
  };
  return extract({ ...nothing, encoding: 'utf-8', text, notes: [], ...given }, resources);
}

/** What rules and lexicon look for, whole, in parts and damaged, so that chance puts them together in every way. */
const PIECES = [
  '一是 二是 三是 四 一要 第一， 第二， 首先 其次 最后， 其一， （一） （二） 一、 二、 1. 2. （1） ① ②',
  '“ ” ‘ ’ 、 ， 。 ； ： ！ ？ （ ） ( ) 《 》 —— … + ＋ % 1 2021 12 一 两 十 双 万',
  '稳增长 促改革 调结构 外防输入 内防反弹 四个意识 三个到位 “三提三效” 1+1+9 党建+ 互联网+ 动态清零 小升规',
  '控增量、减存量 应收尽收、应治尽治 预警、处置、打击 即甲、乙、丙 “一企一策” 双轮驱动 乡村振兴',
  '2021年2月10日 3月4日 昨日 今天上午 2020年 十月 石家庄市 长安区 广东省 河北 市委书记张三 区长李四',
  '强调， 指出： 会议要求 主持召开会议 表示 他说 领导小组 工作方案 通知 记者 编辑： 原标题： 责任编辑：王五',
  '國務院 發展 經濟 &amp; &nbsp; &#22269; (fāzhǎn) [zhèngcè] Ã¤Â¸Â­ 锟斤拷 ａｂｃ １２３',
].flatMap((line) => line.split(' '));
const SEAMS = ['\n', '\n\n', ' ', '\u3000', '\t', '\r\n', '\u200b', '\u00a0', '\ud83d', '\u0000', '😀'];

const texts = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom(...PIECES), weight: 8 },
      { arbitrary: fc.constantFrom(...SEAMS), weight: 2 },
      { arbitrary: fc.string({ unit: 'binary', maxLength: 4 }), weight: 1 },
    ),
    { maxLength: 120, size: 'max' },
  )
  .map((pieces) => pieces.join(''));

/** In order, in bounds, none empty, none over another. */
function expectDisjoint(spans: readonly Span[], length: number): void {
  let end = 0;
  for (const span of spans) {
    expect(span.start).toBeGreaterThanOrEqual(end);
    expect(span.end).toBeGreaterThan(span.start);
    end = span.end;
  }
  expect(end).toBeLessThanOrEqual(length);
}

function expectInside(span: Span, length: number): void {
  expect(span.start).toBeGreaterThanOrEqual(0);
  expect(span.end).toBeGreaterThanOrEqual(span.start);
  expect(span.end).toBeLessThanOrEqual(length);
}

/**
 * What is concluded from a text, without the way that led to it, and without a place that only what was cut off its
 * page tells: it does not stand in the text.
 */
function findings({ text, paragraphs, reports, mentions, members, lists }: Extraction) {
  const told = reports.map((report) =>
    report.place?.evidence[0]?.rule === 'page-furniture' ? { ...report, place: null } : report,
  );
  const where = mentions.map(({ start, end, slogan, kind, listed, quoted, frame, speaker }) => {
    return { start, end, slogan, kind, listed, quoted, frame, speaker };
  });
  return { text, paragraphs, reports: told, mentions: where, members, lists };
}

describe('whatever the text, an extraction', () => {
  it('has its spans in order and in bounds', () => {
    fc.assert(
      fc.property(texts, fc.option(fc.constantFrom(...PIECES), { freq: 4 }), (text, title) => {
        const found = read(text, { title });
        const { length } = found.text;
        expect(found.text.isWellFormed()).toBe(true);
        expectDisjoint(found.mentions, length);
        expectDisjoint(found.paragraphs, length);
        expect(found.reports[0]?.start).toBe(0);
        expect(found.reports.at(-1)?.end).toBe(length);
        for (const [i, report] of found.reports.entries())
          if (i > 0) expect(report.start).toBe(found.reports[i - 1]?.end);
        for (const list of found.lists) {
          expectInside(list, length);
          expectDisjoint(list.items, length);
        }
        for (const span of [...found.members, ...found.repairs]) expectInside(span, length);
        for (const { date, place } of found.reports)
          for (const evidence of [...(date?.evidence ?? []), ...(place?.evidence ?? [])])
            expectInside(evidence, length);
        for (const { start } of found.notes)
          if (start !== undefined) expectInside({ start, end: start }, length);
      }),
      { numRuns: 1_000 },
    );
  });

  it('shows where in the original a mention stands', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { original, text: normalised, mentions, paragraphs, reports } = read(text);
        for (const mention of mentions) {
          const { start, originalStart, originalEnd } = mention;
          expectInside({ start: originalStart, end: originalEnd }, original.length);
          expect(mention.surface).toBe(original.slice(originalStart, originalEnd));
          expect(mention.slogan.length).toBeGreaterThan(1);
          expect(normalised.slice(start, mention.end)).not.toMatch(/[“”\n]/);
          for (const around of [paragraphs[mention.paragraph], reports[mention.report]]) {
            expect(around?.start).toBeLessThanOrEqual(start);
            expect(around?.end).toBeGreaterThanOrEqual(mention.end);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('takes the place from a footer that is cut off', () => {
    const { text, place } = read('市委书记张三主持会议。\n原标题：石家庄市召开会议');
    expect(text).toBe('市委书记张三主持会议。');
    expect(place?.code).toBe('130100');
  });

  it('of the text of an extraction is the same', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = read(text);
        const again = read(once.text);
        expect(findings(again)).toEqual(findings(once));
        expect(again.map).toEqual([]);
        expect(again.repairs).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});

const UNITS = [
  ...['一是', '一是甲；二是乙。', '（一）', '（1', '1.', '第一，', '首先，其次，', '①', '要抓好。', '三是 '],
  ...['“', '”', '“”', '“‘', '“四个', '“一带一路”、', '“三个到位”即甲、乙、丙。', '、', '，', '。', '\n', ' '],
  ...[
    '1',
    '+',
    '1+',
    '1+1+9',
    '一',
    '四个',
    '三个到位',
    '稳增长、',
    '不漏、',
    '山更绿、',
    '高质量发展',
    '甲',
  ],
  ...[
    '（',
    '）',
    '2021年3月4日',
    '3月4日，',
    '昨日',
    '北京市',
    '石家庄市长安区',
    '区长王明强调，',
    '会议强调：',
  ],
  ...['&amp;', '(bào)', 'Ã¤', '\u200b', '國國', '原标题：', '责任编辑：', '\ud800'],
];
const SHORT = 125_000;
const LONG = 8 * SHORT;
/** Milliseconds that chance, garbage and tables read late may add to a short text. */
const GRACE = 100;

/** Processor milliseconds, which other programs on the machine hardly change. */
function timeOf(text: string): number {
  const before = process.cpuUsage();
  read(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('time', () => {
  it.each(UNITS)('grows with the length of %j repeated a million units long, not with its square', (unit) => {
    const short = unit.repeat(SHORT / unit.length);
    const long = unit.repeat(LONG / unit.length);
    // Eight times the length: 8 where time is linear, 64 where it is quadratic. The best of three counts.
    let ratio = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 3 && ratio >= 24; attempt++)
      ratio = timeOf(long) / (timeOf(short) + GRACE);
    expect(ratio).toBeLessThan(24);
  });
});
