import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIRST_DAY, type Filters, formatFilters, LAST_DAY, parseFilters, periodOf } from './filters';

test.each([
  [{}, FIRST_DAY, LAST_DAY],
  [{ from: '2021' }, '2021-01-01', LAST_DAY],
  [{ until: '2021' }, FIRST_DAY, '2022-01-01'],
  [{ from: '2021-03', until: '2021-03' }, '2021-03-01', '2021-04-01'],
  [{ from: '2020-02-29', until: '2020-02-29' }, '2020-02-29', '2020-03-01'],
  [{ until: '2021-12' }, FIRST_DAY, '2022-01-01'],
])('%j is the period from %s to before %s', (given, start, end) => {
  expect(periodOf(given)).toEqual({ start, end });
});

test.each([
  [{ from: '2021-13' }, 'from'],
  [{ from: '2021-02-30' }, 'from'],
  [{ from: 'yesterday' }, 'from'],
  [{ place: 'Shenzhen' }, 'place'],
  [{ source: '-1' }, 'source'],
  [{ source: "1'; DROP TABLE document" }, 'source'],
  [{ by: 'decade' }, 'by'],
  [{ measure: 'vibes' }, 'measure'],
  [{ from: '2022', until: '2021' }, 'until'],
])('%j is reported and left out', (given, parameter) => {
  const { filters, problems } = parseFilters(given);
  expect(problems.map((p) => p.parameter)).toEqual([parameter]);
  expect(problems[0]?.given).toBe(given[parameter as keyof typeof given]);
  expect(filters[parameter as keyof Filters]).toBe(parseFilters({}).filters[parameter as keyof Filters]);
});

test('the last of several values counts, an empty one is none, strangers are ignored', () => {
  const { filters, problems } = parseFilters({ place: ['110000', '440000'], from: '', utm: 'x' });
  expect(problems).toEqual([]);
  expect(filters).toEqual({ place: '440000', copies: 'once', measure: 'share' });
});

test('what is written is what is read, and defaults are left out', () => {
  expect(formatFilters(parseFilters({}).filters)).toBe('');
  const some = fc.record(
    {
      from: fc.constantFrom('2018', '2018-02', '2018-02-03'),
      until: fc.constantFrom('2020', '2020-12'),
      place: fc.constantFrom('440000', '000000'),
      own: fc.constant('1'),
      source: fc.integer({ min: 1, max: 99 }).map(String),
      issuer: fc.constantFrom('party', 'medium'),
      copies: fc.constantFrom('once', 'all'),
      by: fc.constantFrom('day', 'year'),
      measure: fc.constantFrom('share', 'mentions'),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(some, (params) => {
      const { filters } = parseFilters(params);
      expect(parseFilters(Object.fromEntries(new URLSearchParams(formatFilters(filters)))).filters).toEqual(
        filters,
      );
    }),
  );
});
