import { describe, expect, it } from 'vitest';
import { BOUNDED_RULES } from './bounded-tables';
import { compileLexicon } from './compile-lexicon';
import { findMatches } from './slogans';

const EMPTY = compileLexicon([]);

function found(string: string): string[] {
  const units = new Uint16Array(string.length);
  for (let i = 0; i < string.length; i++) units[i] = string.charCodeAt(i);
  return findMatches({ string, units }, [{ start: 0, end: string.length }], EMPTY).map((m) => m.slogan);
}

describe('rules of sayings that their place shows', () => {
  it.each(BOUNDED_RULES.map((rule) => [rule.name, rule] as const))(
    '%s: the example is found, the counter-example is not',
    (_, { example, counterExample }) => {
      expect(found(example.replace(/[〔〕]/g, ''))).toEqual([
        /〔(.+)〕/.exec(example)?.[1]?.replaceAll('，', '、'),
      ]);
      expect(found(counterExample)).toEqual([]);
    },
  );

  it.each([
    ['会上，加强用地、用水管理，改善服务。', 'one verb governs both nouns'],
    ['当天，气温最高、降雨最多、范围最广。', 'superlatives'],
    ['日前，第十六条、第十七条，均已修改。', 'articles'],
    ['区长李某要求，一要压实责任、二要加强监管、三要严格问责。', 'items of a list'],
    ['他指出，首要的是抓安全，其次是抓生产，最后是抓效益。', 'items in their order'],
    ['他们一起，包饺子、做花灯、猜灯谜。', 'what people do at a feast'],
  ])('leaves out %s: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
