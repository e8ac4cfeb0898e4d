import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onlyPhrase, type PhraseQuery, parsePhraseQuery } from './phrase-query';
import { spanFinder } from './phrase-spans';
import { normalisePhrase } from './phrase-text';

function query(text: string, within: 'report' | 'paragraph' = 'report'): PhraseQuery {
  const parsed = parsePhraseQuery(text, within);
  if (typeof parsed === 'string') throw new Error(parsed);
  return parsed;
}

const found = (text: string, unit: string) =>
  spanFinder(query(text))(unit).map((s) => unit.slice(s.start, s.end));

test.each([
  ['四個意識', '四个意识'],
  ['１＋１＋９', '1+1+9'],
  ['外防输入,内防反弹', '外防输入，内防反弹'],
  ['  党建＋ ', '党建+'],
])('%s is looked for as %s', (given, normal) => expect(normalisePhrase(given)).toBe(normal));

test.each([
  ['稳', 'too-short'],
  ['-六稳', 'nothing-to-find'],
  ['', 'nothing-to-find'],
  ['near(六稳,六保)', 'bad-near'],
  ['near(六稳,六保,101)', 'bad-near'],
  ['六'.repeat(201), 'too-long'],
  ['一一 二二 三三 四四 五五 六六 七七 八八 九九 十十 千千 百百 万万', 'too-many'],
])('%s is refused as %s', (text, problem) => expect(parsePhraseQuery(text)).toBe(problem));

test('what means the same has the same key', () => {
  expect(query('六稳 六保').key).toBe(query('六保 六稳').key);
  expect(query('六稳|六保').key).toBe(query('六保｜六稳').key);
  expect(query('六稳 六保').key).not.toBe(query('六稳|六保').key);
  expect(query('六稳 六保').key).not.toBe(query('六稳 六保', 'paragraph').key);
  expect(onlyPhrase(query('“六稳”'))).toBe('六稳');
  expect(onlyPhrase(query('六稳 -六保'))).toBeNull();
});

test.each([
  ['稳增', '稳增长，稳增速，稳中求进', ['稳增', '稳增']],
  ['哈哈', '哈哈哈哈哈', ['哈哈', '哈哈']],
  ['六稳 六保', '先六稳后六保再六稳', ['六稳', '六保', '六稳']],
  ['六稳 六保', '只有六稳', []],
  ['六稳|六保', '只有六稳', ['六稳']],
  ['六稳 -六保', '六稳和六保', []],
  ['发展|高质量发展', '高质量发展与发展', ['高质量发展', '发展']],
  ['near(六稳,六保,2)', '六保、六稳。六稳工作六保', ['六保、六稳', '六稳工作六保']],
  ['near(六稳,六保,2)', '六稳工作和六保', []],
  ['near(六稳,六保,5)', '六稳\n六保', []],
  ['"五个 100%"', '五个 100%', ['五个 100%']],
])('%s in %s', (text, unit, expected) => expect(found(text, unit)).toEqual(expected));

test('spans of one phrase are those of cutting the text at it', () => {
  const text = fc.string({ unit: fc.constantFrom('稳', '保', '.', '+', '\n') });
  fc.assert(
    fc.property(text, fc.constantFrom('稳稳', '稳保', '.+', '保稳保'), (unit, phrase) => {
      expect(found(phrase, unit)).toHaveLength(unit.split(phrase).length - 1);
    }),
  );
});
