import { beforeAll, describe, expect, test } from 'vitest';
import { type Filters, parseFilters } from '@/lib/filters';
import { loadReference } from '@/lib/ingest/load-reference';
import { findDataDir } from '@/lib/resources';
import { type Planted, plantRollups } from '@/lib/store/testing/plant-rollups';
import { withDatabase } from '@/lib/store/testing/with-database';
import { bucketWarnings } from './bucket-warnings';
import { frequency } from './frequency';
import { sloganIdByName } from './slogan';
import { type SeriesFacts, warningsOfSeries } from './warnings-of-series';

const db = withDatabase();
const SLOGAN = '六稳';

/** A day of each month of 2020, the 15th; December ends on the 20th. */
const months = Array.from({ length: 12 }, (_, i) => `2020-${String(i + 1).padStart(2, '0')}-15`);

function plan(): Planted[] {
  const plant: Planted[] = months.flatMap((day, i) => [
    // Two sources; the second stops after June.
    { place: '330100', day, reports: 60, source: 'one', genre: 'news', slogans: { [SLOGAN]: 6 } },
    ...(i < 6
      ? [{ place: '330100', day, reports: 40, source: 'two', genre: 'news', slogans: { [SLOGAN]: 4 } }]
      : []),
    // A place that pauses in April and is thin in May.
    ...(i === 3 ? [] : [{ place: '320100', day, reports: i === 4 ? 5 : 30, source: 'three', genre: 'news' }]),
    // Meetings only, but for September.
    { place: '350100', day, reports: 80, source: 'four', genre: i === 8 ? 'notice' : 'meeting' },
    // Copies: in October half of them.
    {
      place: '210100',
      day,
      reports: 50,
      copies: i === 9 ? 25 : 0,
      source: 'five',
      slogans: { [SLOGAN]: 20 },
    },
  ]);
  return [
    ...plant,
    { place: '210100', day: '2020-12-20', reports: 1, source: 'five' },
    { place: '210100', day: '2020-01-01', reports: 1, source: 'five' },
  ];
}

beforeAll(async () => {
  await loadReference(db.pool, findDataDir());
  await plantRollups(db.pool, plan());
}, 120_000);

async function warningsOf(params: Record<string, string>) {
  const filters: Filters = parseFilters({ by: 'month', ...params }).filters;
  const id = (await sloganIdByName(SLOGAN)) ?? 0;
  const found = await frequency(id, filters);
  const warnings = await bucketWarnings(found, filters);
  return found.series[0]?.rows.map((r) =>
    [r.bucket.slice(0, 7), ...(warnings.get(` ${r.bucket}`) ?? [])].join(' '),
  );
}

describe('the row says so where', () => {
  test('a source stopped', async () => {
    const rows = (await warningsOf({ place: '330100' })) ?? [];
    expect(rows.slice(0, 6)).toEqual(['2020-01', '2020-02', '2020-03', '2020-04', '2020-05', '2020-06']);
    expect(rows.slice(6, 11).every((r) => r.includes('source-stopped'))).toBe(true);
  });

  test('a place delivered nothing, and few', async () => {
    const rows = (await warningsOf({ place: '320100' })) ?? [];
    expect(rows[3]).toBe('2020-04 no-reports source-missing place-missing');
    expect(rows[4]).toBe('2020-05 thin');
    expect(rows[2]).toBe('2020-03');
  });

  test('a place within a larger one delivered nothing', async () => {
    const all = (await warningsOf({ from: '2020', until: '2020' })) ?? [];
    expect(all[3]).not.toContain('no-reports');
    const two = (await warningsOf({ place: '320000' })) ?? [];
    expect(two[3]).toContain('place-missing');
  });

  test('genres are others than usual', async () => {
    const rows = (await warningsOf({ place: '350100' })) ?? [];
    expect(rows.filter((r) => r.includes('mix-shifted'))).toEqual(['2020-09 mix-shifted']);
  });

  test('the last month is not over', async () => {
    const rows = (await warningsOf({ place: '330100' })) ?? [];
    expect(rows.filter((r) => r.includes('unfinished'))).toEqual(['2020-12 unfinished source-stopped']);
    const cut = (await warningsOf({ place: '330100', until: '2020-05-16' })) ?? [];
    expect(cut.at(-1)).toBe('2020-05 unfinished');
    const years = (await warningsOf({ place: '330100', by: 'year' })) ?? [];
    expect(years).toEqual(['2020-01 unfinished']);
  });
});

describe('pure', () => {
  const facts: SeriesFacts = {
    grain: 'month',
    buckets: ['2020-01-01', '2020-02-01', '2020-03-01'],
    totals: [100, 100, 100],
    parts: [],
    held: [10, 10, 10],
    relayed: [0, 4, 3],
    covered: { first: '2020-01-01', last: '2020-03-31' },
  };

  test('relayed text is told', () => {
    expect(warningsOfSeries(facts)).toEqual([[], ['relayed'], []]);
    expect(warningsOfSeries({ ...facts, relayed: null })).toEqual([[], [], []]);
  });

  test('a small source that is silent for a while is not missed', () => {
    const part = { kind: 'source', reports: [5, 0, 5] } as const;
    expect(warningsOfSeries({ ...facts, relayed: null, parts: [part] })).toEqual([[], [], []]);
    const large = { kind: 'source', reports: [50, 0, 50] } as const;
    expect(warningsOfSeries({ ...facts, relayed: null, parts: [large] })[1]).toEqual(['source-missing']);
  });
});
