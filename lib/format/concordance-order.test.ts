import { expect, it } from 'vitest';
import { neighbours, sortConcordance } from './concordance-order';

const line = (paragraph: string) => {
  const start = paragraph.indexOf('六稳');
  return { paragraph, start, end: start + 2 };
};

it.each([
  ['扎实做好“六稳”工作，', 'left', '好做实扎'],
  ['扎实做好“六稳”工作，谋划', 'right', '工作谋划'],
  ['六稳', 'right', ''],
] as const)('%s has on its %s: %s', (paragraph, side, expected) =>
  expect(neighbours(line(paragraph), side)).toBe(expected),
);

it('puts together what is said alike, whatever stands between', () => {
  const rows = ['做好“六稳”工作', '落实六稳任务', '做好六稳、工作', '六稳'].map(line);
  const texts = (order: 'left' | 'right' | 'day') => sortConcordance(rows, order).map((r) => r.paragraph);
  expect(texts('right').slice(0, 2)).toEqual(['做好“六稳”工作', '做好六稳、工作']);
  expect(texts('right').at(-1)).toBe('六稳');
  expect(texts('left').at(-1)).toBe('六稳');
  expect(texts('day')).toEqual(rows.map((r) => r.paragraph));
});
