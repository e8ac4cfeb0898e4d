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

  it('wants lists whole and in order', () => {
    expect(scoreDocument(truth, found('', [], ['抓落实', '促发展'])).tally).toMatchObject({ listsFound: 1 });
    expect(scoreDocument(truth, found('', [], ['促发展', '抓落实'])).tally).toMatchObject({
      listsFound: 0,
      listsWrong: 1,
    });
  });
});

describe('wordingKey', () => {
  it('spells evenly and inserts nothing', () => {
    expect(wordingKey('“１＋１＋９”')).toBe('1+1+9');
    expect(wordingKey('降碳，减污')).toBe('降碳、减污');
    expect(wordingKey('降碳减污')).not.toBe(wordingKey('降碳、减污'));
  });
});
