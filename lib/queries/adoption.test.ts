import { beforeAll, describe, expect, test } from 'vitest';
import { type DemoDocument, generateDemo } from '@/lib/demo/generate-demo';
import { SLOGAN_LIVES } from '@/lib/demo/slogan-lives';
import { parseFilters } from '@/lib/filters';
import { ingestDemo } from '@/lib/ingest/demo';
import { loadReference } from '@/lib/ingest/load-reference';
import { findDataDir } from '@/lib/resources';
import { withDatabase } from '@/lib/store/testing/with-database';
import { adoption, adoptionOf } from './adoption';
import type { PlaceUse } from './adoption-places';
import { sloganIdByName } from './slogan';

const base: PlaceUse = {
  code: '440000',
  name: '广东省',
  path: ['广东省'],
  level: 'province',
  firstReport: '2018-01-01',
  lastReport: '2023-12-31',
  totalReports: 400,
  reports: 0,
  first: null,
  last: null,
  firstOwn: null,
  reportsFrom: 300,
  reportsSince: 300,
};

const user = (code: string, day: string, more: Partial<PlaceUse> = {}): PlaceUse => ({
  ...base,
  code,
  reports: 30,
  first: day,
  firstOwn: day,
  last: '2023-11-01',
  reportsSince: 3,
  ...more,
});

describe('of planted places', () => {
  const found = adoptionOf([
    user('440300', '2020-02-12'),
    user('100000', '2020-02-10'),
    user('440000', '2020-02-11'),
    user('440600', '2020-03-01', { first: '2020-02-01' }),
    user('330000', '2020-02-11', { last: '2020-12-31', reportsSince: 150 }),
    { ...base, code: '350000' },
    { ...base, code: '350200', reportsFrom: 3, reportsSince: 3 },
    { ...base, code: '130000', lastReport: '2020-01-01', reportsFrom: 0, reportsSince: 0 },
    { ...base, code: '210000', reports: 2, first: '2020-02-20', last: '2023-12-01', reportsSince: 1 },
  ]);
  const of = (code: string) => found.places.find((p) => p.code === code);

  test('the order and the lags are those of first own uses', () => {
    expect(found.firstMover).toBe('100000');
    expect(found.places.slice(0, 5).map((p) => [p.code, p.rank])).toEqual([
      ['100000', 1],
      ['330000', 2],
      ['440000', 2],
      ['440300', 4],
      ['440600', 5],
    ]);
    expect(of('440300')).toMatchObject({ lagFirst: 2, lagCentre: 2, lagProvince: 1 });
    expect(of('100000')).toMatchObject({ lagFirst: 0, lagCentre: null, lagProvince: null });
  });

  test('never is told from too little to say, and from relayed', () => {
    expect(of('350000')?.state).toBe('never');
    expect(of('350200')?.state).toBe('too-few');
    expect(of('210000')?.state).toBe('relayed');
    expect(of('440300')?.state).toBe('adopted');
  });

  test('who stopped is found, who merely pauses is not', () => {
    expect(found.places.filter((p) => p.stopped).map((p) => p.code)).toEqual(['330000']);
  });

  test('places whose reports ended before are not at risk; the others are censored', () => {
    expect(found.curve.map((s) => [s.day, s.adopted, s.atRisk])).toEqual([
      ['2020-02-10', 1, 8],
      ['2020-02-11', 3, 7],
      ['2020-02-12', 4, 5],
      ['2020-03-01', 5, 4],
    ]);
  });

  test('a place that is only read later says so', () => {
    const late = adoptionOf([
      user('440000', '2020-01-01'),
      user('330000', '2021-01-05', { firstReport: '2021-01-01' }),
    ]);
    expect(late.places.map((p) => p.warnings)).toEqual([[], ['late-coverage']]);
  });

  test('nobody has nothing', () => {
    expect(adoptionOf([base])).toMatchObject({ curve: [], firstMover: null, shape: null });
  });
});

describe('of the generated corpus', () => {
  const db = withDatabase();
  const DEMO = { seed: 19, documents: 500 };
  const truth: DemoDocument[] = [...generateDemo(DEMO)];

  beforeAll(async () => {
    const dataDir = findDataDir();
    await loadReference(db.pool, dataDir);
    await ingestDemo(db.pool, { dataDir, workers: 1 }, DEMO);
  }, 120_000);

  const copied = new Set(truth.flatMap((d) => (d.truth.copies ? [d.truth.copies] : [])));
  // A text that two places have on one day: nobody can tell who was first, and either answer is right.
  const isShared = (d: DemoDocument) => d.truth.copies !== undefined || copied.has(d.id);

  /** By place: the days that a first own use may have, and whether there has to be one. */
  function firstDays(slogan: string): Map<string, { days: Set<string>; certain: boolean }> {
    const places = new Map<string, { days: Set<string>; certain: boolean }>();
    const said = truth.filter((d) => (d.truth.slogans[slogan] ?? 0) > 0);
    for (const d of said.sort((x, y) => (x.truth.date < y.truth.date ? -1 : 1))) {
      const place = places.get(d.truth.place) ?? { days: new Set<string>(), certain: false };
      places.set(d.truth.place, place);
      if (place.certain) continue;
      // The days of one page with two reports are both its own.
      for (const day of d.truth.reports) place.days.add(day);
      place.certain = !isShared(d);
    }
    return places;
  }

  test.each(SLOGAN_LIVES.map((l) => l.slogan))('first uses of %s are exact', async (slogan) => {
    const id = (await sloganIdByName(slogan)) ?? 0;
    const { filters } = parseFilters({});
    const { places } = await adoption(id, filters);
    const expected = firstDays(slogan);
    const adopted = places.filter((p) => p.firstOwn !== null);
    const certain = [...expected].filter(([, e]) => e.certain).map(([code]) => code);
    expect(adopted.map((p) => p.code)).toEqual(expect.arrayContaining(certain));
    const wrong = adopted.filter((p) => !expected.get(p.code)?.days.has(p.firstOwn ?? ''));
    expect(wrong.map((p) => [p.code, p.firstOwn, [...(expected.get(p.code)?.days ?? [])]])).toEqual([]);
  });
});
