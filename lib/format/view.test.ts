import { expect, test } from 'vitest';
import { makeView } from './view';

test.each(['2020-02-31_1_1', '9999-99-99_1_1', '2020-01-01_9999999999999999999_1', 'x'])(
  'a list that cannot go on after %s begins anew and says so',
  (after) => {
    const view = makeView('en', '/slogans/1', { after, place: '440000' });
    expect(view.after).toBeUndefined();
    expect(view.problems.map((p) => [p.parameter, p.given])).toEqual([['after', after]]);
    expect(view.filters.place).toBe('440000');
  },
);

test('a list goes on after a position, and begins without one', () => {
  const view = makeView('en', '/slogans/1', { after: '2020-02-29_12_3' });
  expect([view.after, view.problems]).toEqual(['2020-02-29_12_3', []]);
  expect(makeView('en', '/slogans/1', { after: '' }).problems).toEqual([]);
});
