import { describe, expect, it } from 'vitest';
import { findMetadata, type GivenMetadata } from './metadata.ts';
import { events, gazetteer, textOf } from './testing.ts';

const NOTHING: GivenMetadata = {
  date: null,
  place: null,
  published: null,
  title: null,
  url: null,
  source: null,
};
const WRITTEN = '2021年2月10日，龙岗区委召开会议，研究部署工作。';

function read(given: Partial<GivenMetadata>, written = WRITTEN) {
  const text = textOf(written);
  return findMetadata(text, [], [], { ...NOTHING, ...given }, gazetteer, events);
}

describe('findMetadata', () => {
  it('infers what is not given', () => {
    const { reports, notes } = read({});
    expect(reports).toHaveLength(1);
    expect(reports[0]?.date?.value).toBe('2021-02-10');
    expect(reports[0]?.place?.code).toBe('440307');
    expect(notes).toEqual([]);
  });

  it('lets metadata given win, and notes where the text disagrees', () => {
    const { reports, notes } = read({ date: '2020-01-01', place: '浙江省' });
    expect(reports[0]?.date).toMatchObject({ value: '2020-01-01', confidence: 1 });
    expect(reports[0]?.place?.code).toBe('330000');
    expect(notes.map((note) => note.code)).toEqual(['date-disagrees', 'place-disagrees']);
  });

  it('takes a coarser given date and a higher given place without complaint', () => {
    const { reports, notes } = read({ date: '2021-02', place: '广东省深圳市' });
    expect(reports[0]?.date).toMatchObject({ value: '2021-02', precision: 'month' });
    expect(reports[0]?.place?.code).toBe('440300');
    expect(notes).toEqual([]);
  });

  it('notes metadata that it cannot read and goes on with the text', () => {
    const { reports, notes } = read({ date: '去年', place: '某地' });
    expect(reports[0]?.date?.value).toBe('2021-02-10');
    expect(reports[0]?.place?.code).toBe('440307');
    expect(notes.map((note) => note.code)).toEqual(['given-date-unreadable', 'given-place-unknown']);
  });

  it.each([
    ['2021/2/9', '2021-02-09', 'day'],
    ['2021年2月9日', '2021-02-09', 'day'],
    ['2021-02-09T10:00:00+08:00', '2021-02-09', 'day'],
    ['2021-02', '2021-02', 'month'],
    ['2021', '2021', 'year'],
  ])('reads the given date %s', (date, value, precision) => {
    expect(read({ date }).reports[0]?.date).toMatchObject({ value, precision });
  });

  it('gives the second report of a page the place and the year of the first', () => {
    const first = '2020年2月12日，深圳市委召开会议，研究部署工作。';
    const second = '市政府党组会议召开 2月13号下午，市长主持召开会议。';
    const spans = [
      { start: 0, end: first.length },
      { start: first.length, end: first.length + second.length },
    ];
    const { reports } = findMetadata(textOf(first + second), [], spans, NOTHING, gazetteer, events);
    expect(reports.map((r) => [r.date?.value, r.place?.code])).toEqual([
      ['2020-02-12', '440300'],
      ['2020-02-13', '440300'],
    ]);
  });

  it('gives every report of a page its own date and place', () => {
    const first = '2021年2月10日，龙岗区委召开会议，研究部署工作。';
    const second = '2021年2月11日，南山区人民政府召开常务会议，推动深圳市南山区发展。';
    const spans = [
      { start: 0, end: first.length },
      { start: first.length, end: first.length + second.length },
    ];
    const { reports } = findMetadata(textOf(first + second), [], spans, NOTHING, gazetteer, events);
    expect(reports.map((r) => [r.date?.value, r.place?.code, r.issuer])).toEqual([
      ['2021-02-10', '440307', 'party'],
      ['2021-02-11', '440305', 'government'],
    ]);
  });

  it('notes evidence of the year that conflicts, and trusts it less', () => {
    const opening = '3月2日，市委召开会议，听取2020年安全生产工作汇报';
    const agreeing = read({}, `${opening}。今年是“十四五”开局之年。`);
    expect(agreeing.reports[0]?.date?.value).toBe('2021-03-02');
    expect(agreeing.notes.map((note) => note.code)).toEqual(['no-place']);
    const others = '传达学习2018年对台工作会议精神，审议2019年工作要点，部署2016年重点项目。';
    const conflicting = read({}, `${opening}。今年是“十四五”开局之年。会议${others}`);
    expect(conflicting.reports[0]?.date?.value).toBe('2021-03-02');
    expect(conflicting.notes.map((note) => note.code)).toContain('year-conflict');
    const trust = agreeing.reports[0]?.date?.confidence ?? 0;
    expect(conflicting.reports[0]?.date?.confidence).toBeLessThan(trust);
    const even = read({}, `${opening}，传达学习2018年对台工作会议精神。`);
    expect(even.reports[0]?.date).toBeNull();
    expect(even.notes.map((note) => note.code)).toContain('year-conflict');
  });

  it('notes a day after its publication, and one that is perhaps history', () => {
    const late = read({ published: '2021-02-09' });
    expect(late.reports[0]?.date).toMatchObject({ value: '2021-02-10' });
    expect(late.reports[0]?.date?.confidence).toBeLessThan(0.6);
    expect(late.notes.map((note) => note.code)).toEqual(['after-publication']);
    const old = read({}, '2014年11月1日，总书记在平潭考察。如今，龙岗区各级干部牢记嘱托。');
    expect(old.reports[0]?.date?.confidence).toBeLessThan(0.6);
    expect(old.notes.map((note) => note.code)).toContain('perhaps-history');
  });

  it('measures a day without a year from the publication', () => {
    const { reports } = read({ published: '2019-03-02' }, '2月28日，龙岗区委召开会议。');
    expect(reports[0]?.date?.value).toBe('2019-02-28');
  });

  it('takes the place from what was cut off the page, where the text only names the level', () => {
    const cut = (was: string) => [{ kind: 'boilerplate' as const, start: 0, end: 0, was, confidence: 1 }];
    const text = textOf('2021年2月10日，省政府召开会议，研究我省工作。');
    const placeOf = (was: string) =>
      findMetadata(text, [], [], NOTHING, gazetteer, events, cut(was)).reports[0]?.place?.code ?? null;
    expect(placeOf('更多信息请关注官方微信“河北人社”')).toBe('130000');
    expect(placeOf('版权所有：深圳市人民政府')).toBeNull();
    expect(placeOf('河北、山西两省联合主办')).toBeNull();
    expect(placeOf('分享到：')).toBeNull();
  });

  it('takes the place from the source, where nothing else tells it', () => {
    const placeOf = (source: string, text = '2021年2月10日，区政府召开会议，研究我区工作。') =>
      read({ source }, text).reports[0]?.place?.code ?? null;
    expect(placeOf('龙岗政府在线')).toBe('440307');
    expect(placeOf('深圳特区报')).toBeNull();
    expect(placeOf('龙岗政府在线', '2021年2月10日，南山区委召开会议，推动深圳市南山区发展。')).toBe('440305');
  });

  it('says no-year where nothing supports one', () => {
    const { reports, notes } = read({}, '2月28日，龙岗区委召开会议。');
    expect(reports[0]?.date).toBeNull();
    expect(notes.map((note) => note.code)).toEqual(['no-year']);
  });
});
