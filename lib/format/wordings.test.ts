import { expect, it } from 'vitest';
import { byWording, wordingOf } from './wordings';

it.each([
  ['一是压实四方责任，守住底线；', '压实四方责任', '压实四方责任，守住底线'],
  ['（二）压实四方责任，守住底线。', '压实四方责任', '压实四方责任，守住底线'],
  ['压实四方责任', '压实四方责任', '压实四方责任'],
  ['压实四方责任。', '', '压实四方责任'],
  // A head that stands far inside is no marker's end.
  ['各街道务必完善值班制度，压实责任。', '压实责任', '各街道务必完善值班制度，压实责任'],
])('the wording of %s', (text, head, wording) => expect(wordingOf({ text, head })).toBe(wording));

it('puts the same wording together where it first stands', () => {
  const rows = [
    { text: '一是守住底线；', head: '守住底线', place: '甲' },
    { text: '一是守牢底线；', head: '守牢底线', place: '乙' },
    { text: '三要守住底线。', head: '守住底线', place: '丙' },
  ];
  expect(byWording(rows).map((w) => [w.text, w.rows.map((r) => r.place).join('')])).toEqual([
    ['守住底线', '甲丙'],
    ['守牢底线', '乙'],
  ]);
});
