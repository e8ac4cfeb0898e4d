import { expect, it } from 'vitest';
import { clippedBucket } from './build-trend';

it.each([
  [{}, '2021-03-01', 'month', { from: '2021-03', until: '2021-03' }],
  [{ from: '2021', until: '2021' }, '2021-03-01', 'month', { from: '2021-03', until: '2021-03' }],
  [{ from: '2021-03-15' }, '2021-03-01', 'month', { from: '2021-03-15', until: '2021-03' }],
  [{ until: '2021-03-15' }, '2021-03-01', 'month', { from: '2021-03', until: '2021-03-15' }],
  [{ from: '2021-03' }, '2021-01-01', 'year', { from: '2021-03', until: '2021' }],
  [{ from: '2021-03', until: '2021-03' }, '2021-03-29', 'week', { from: '2021-03-29', until: '2021-03' }],
  [{ from: '2021-03', until: '2021-04' }, '2021-02-22', 'week', { from: '2021-03', until: '2021-02-28' }],
] as const)('%o of %s by %s', (filters, bucket, grain, period) =>
  expect(clippedBucket(filters, bucket, grain)).toEqual(period),
);
