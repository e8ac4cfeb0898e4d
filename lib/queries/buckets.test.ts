import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GRAINS } from '@/lib/filters';
import { bucketFilter, bucketOf, bucketsBetween, nextBucket } from './buckets';

test.each([
  ['2021-03-03', 'day', '2021-03-03'],
  ['2021-03-03', 'week', '2021-03-01'],
  ['2021-01-03', 'week', '2020-12-28'],
  ['2021-03-31', 'month', '2021-03-01'],
  ['2021-05-31', 'quarter', '2021-04-01'],
  ['2020-02-29', 'year', '2020-01-01'],
] as const)('%s lies in the %s that begins on %s', (day, grain, bucket) => {
  expect(bucketOf(day, grain)).toBe(bucket);
});

test.each([
  ['2021-01-01', 'year', { from: '2021', until: '2021' }],
  ['2021-04-01', 'quarter', { from: '2021-04-01', until: '2021-06-30' }],
  ['2021-02-01', 'month', { from: '2021-02', until: '2021-02' }],
  ['2020-12-28', 'week', { from: '2020-12-28', until: '2021-01-03' }],
] as const)('the %s of a %s reads %j in a URL', (bucket, grain, expected) => {
  expect(bucketFilter(bucket, grain)).toEqual(expected);
});

test('buckets have no holes and no overlaps', () => {
  const day = fc
    .integer({ min: 0, max: 40_000 })
    .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.constantFrom(...GRAINS), fc.nat(500), (first, grain, days) => {
      const last = new Date(Date.parse(`${first}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
      const buckets = bucketsBetween(first, last, grain);
      expect(buckets[0]).toBe(bucketOf(first, grain));
      expect(buckets.at(-1)).toBe(bucketOf(last, grain));
      buckets.slice(1).forEach((b, i) => {
        expect(nextBucket(buckets[i] ?? '', grain)).toBe(b);
      });
    }),
  );
});
