import { describe, expect, it } from 'vitest';
import { type Found, scoreDocument, truthShape, wordingKey } from './score-slogans';

function found(text: string, slogans: readonly string[], heads: readonly string[] = []): Found {
  return {
    text,
    mentions: slogans.map((slogan) => ({ slogan, kind: 'set' })),
    lists: heads.length > 0 ? [{ style: '一是', items: heads.map((head) => ({ head })) }] : [],
  };
}

describe('scoreDocument', () => {
  const truth = truthShape.parse({
    must: { 六稳: 2, '稳就业、稳企业': 1 },
    may: ['一盘棋'],
    upTo: { 六稳: 3 },
    lists: [{ items: 2, starts: ['抓', '促'] }],
  });

  it('counts by occurrence', () => {
    const { tally, errors } = scoreDocument(truth, found('六稳', ['六稳', '稳就业，稳企业', '新词']));
    expect(tally).toMatchObject({ must: 3, found: 2, wrong: 1, lists: 1, listsFound: 0 });
    expect(errors).toEqual([
      { what: 'missed', slogan: '六稳', kind: 'numeral', times: 1 },
      { what: 'wrong', slogan: '新词', kind: 'set', times: 1 },
    ]);
  });

  it('leaves what may be found out of account, as often as it stands in the text', () => {
    const twice = found('一盘棋和“一盘棋”', ['一盘棋', '一盘棋', '一盘棋', '六稳', '六稳', '六稳']);
    expect(scoreDocument(truth, twice).tally).toMatchObject({ found: 2, wrong: 1 });
  });

  it('adds up spellings of one wording and names it as the reader wrote it', () => {
    const both = truthShape.parse({ must: { 稳外贸稳外资: 1, '稳外贸、稳外资': 1 }, may: [] });
    const { tally, errors } = scoreDocument(both, found('', ['稳外贸、稳外资']));
    expect(tally).toMatchObject({ must: 2, found: 1, wrong: 0 });
    expect(errors).toEqual([{ what: 'missed', slogan: '稳外贸、稳外资', kind: 'parallel', times: 1 }]);
  });

  it('leaves lists that may be found out of account, also where they are found in parts', () => {
    const outlined = truthShape.parse({
      must: {},
      may: [],
      lists: [],
      lists_may: [{ items: 3, starts: ['总体要求', '主要任务', '保障措施'] }],
    });
    expect(scoreDocument(outlined, found('', [], ['总体要求', '主要任务'])).tally.listsWrong).toBe(0);
    expect(scoreDocument(outlined, found('', [], ['总体要求', '申请', '受理'])).tally.listsWrong).toBe(1);
  });

  it('wants lists whole and in order', () => {
    expect(scoreDocument(truth, found('', [], ['抓落实', '促发展'])).tally).toMatchObject({ listsFound: 1 });
    expect(scoreDocument(truth, found('', [], ['促发展', '抓落实'])).tally).toMatchObject({
      listsFound: 0,
      listsWrong: 1,
    });
  });
});

describe('wordingKey', () => {
  it('spells evenly, with separators or without', () => {
    expect(wordingKey('“１＋１＋９”')).toBe('1+1+9');
    expect(wordingKey('降碳，减污')).toBe('降碳减污');
    expect(wordingKey('降碳减污')).toBe(wordingKey('降碳、减污'));
    expect(wordingKey('3个100万')).toBe(wordingKey('三个100万'));
  });
});
