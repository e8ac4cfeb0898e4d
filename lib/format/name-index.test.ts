import { expect, it } from 'vitest';
import { findNames, nameIndex } from './name-index';

const entry = (name: string, gloss: string | null, weight: number, others: readonly string[] = []) => ({
  name,
  gloss,
  weight,
  others,
});
const index = nameIndex([
  entry('四个意识', 'Four consciousnesses', 9, ['“四个意识”', '4个意识']),
  entry('四个自信', 'Four-sphere confidence', 7),
  entry('六稳', 'stability on six fronts', 5),
  entry('1+1+9', null, 2),
]);
const names = (text: string) => findNames(index, text, 9).map((e) => e.name);

it.each([
  ['四个意识', ['四个意识']],
  ['4个意识', ['四个意识']],
  ['四个', ['四个意识', '四个自信']],
  ['sgys', ['四个意识']],
  ['SG', ['四个意识', '四个自信']],
  ['liuwen', ['六稳']],
  ['stability', ['六稳']],
  ['four-sphere', ['四个自信']],
  ['four', ['四个意识', '四个自信']],
  ['1+1', ['1+1+9']],
  ['', []],
  ['无此', []],
])('%s finds %j', (text, expected) => expect(names(text)).toEqual(expected));
