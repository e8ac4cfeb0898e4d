import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type DemoDocument, generateDemo } from '@/lib/demo/generate-demo';
import { type Filters, GENRES, ISSUERS, parseFilters } from '@/lib/filters';
import { ingestDemo } from '@/lib/ingest/demo';
import { loadReference } from '@/lib/ingest/load-reference';
import { findDataDir } from '@/lib/resources';
import { withDatabase } from '@/lib/store/testing/with-database';
import { directiveLists } from './directive-lists';
import { frequency } from './frequency';
import { frequencyByPlace } from './frequency-by-place';
import { mentionCount } from './mention-count';
import { places } from './places';
import { scopeSize } from './scope-size';
import { sloganIdByName } from './slogan';
import { sources } from './sources';
import { totals } from './totals';

const db = withDatabase();
const DEMO = { seed: 29, documents: 700 };
const truth: DemoDocument[] = [...generateDemo(DEMO)];
const SLOGANS = [...new Set(truth.flatMap((d) => Object.keys(d.truth.slogans)))].sort();
const ids = new Map<string, number>();
/** Those whose day the text supports: of a damaged page it sometimes does not, and then it is counted apart, not lost. */
let dated: DemoDocument[] = [];

beforeAll(async () => {
  const dataDir = findDataDir();
  await loadReference(db.pool, dataDir);
  await ingestDemo(db.pool, { dataDir, workers: 1 }, DEMO);
  const { rows } = await db.pool.query<{ id: string }>(
    `SELECT DISTINCT d.external_id AS id FROM document d JOIN report r ON r.document_id = d.id WHERE r.precision = 'day'`,
  );
  const known = new Set(rows.map((r) => r.id));
  dated = truth.filter((d) => known.has(d.id));
  for (const s of SLOGANS) ids.set(s, (await sloganIdByName(s)) ?? 0);
}, 240_000);

const filters = (params: Record<string, string> = {}): Filters => parseFilters(params).filters;
const ALL = filters({ copies: 'all' });

/** Mentions that the generator wrote, by what a document says of itself; those of nothing are left out. */
function planted(
  slogan: string,
  key: (d: DemoDocument) => string,
  of: readonly DemoDocument[] = truth,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const d of of) {
    const n = d.truth.slogans[slogan] ?? 0;
    if (n > 0) counts[key(d)] = (counts[key(d)] ?? 0) + n;
  }
  return counts;
}

describe('counts are those of the generator', () => {
  test('nearly all documents are dated, and they say every slogan of their lexicon', () => {
    expect(SLOGANS.length).toBeGreaterThan(30);
    expect(dated.length).toBeGreaterThan(0.99 * truth.length);
  });

  test.each(SLOGANS)('%s: in all, by place and by year', async (slogan) => {
    const id = ids.get(slogan) ?? 0;
    const all = planted(slogan, () => 'all').all ?? 0;
    expect((await mentionCount(id, ALL)).mentions).toBe(all);
    const byPlace = (await frequencyByPlace(id, ALL)).filter((r) => r.mentions > 0);
    expect(Object.fromEntries(byPlace.map((r) => [r.code, r.mentions]))).toEqual(
      planted(slogan, (d) => d.truth.place),
    );
    const [series] = (await frequency(id, { ...ALL, by: 'year' })).series;
    const undated = truth.filter((d) => !dated.includes(d));
    expect(series?.coarser.mentions).toBe(planted(slogan, () => 'all', undated).all ?? 0);
    const byYear = (series?.rows ?? []).filter((r) => r.mentions > 0);
    expect(Object.fromEntries(byYear.map((r) => [r.bucket.slice(0, 4), r.mentions]))).toEqual(
      planted(slogan, (d) => d.truth.date.slice(0, 4), dated),
    );
  });

  test('by month, where a page holds one report', async () => {
    // Of two reports on a page the generator does not say which holds what; they are a day apart.
    const paired = dated.filter((d) => d.truth.reports.length > 1);
    const split = new Set(paired.flatMap((d) => d.truth.reports.map((day) => day.slice(0, 7))));
    for (const slogan of SLOGANS) {
      const [series] = (await frequency(ids.get(slogan) ?? 0, { ...ALL, by: 'month' })).series;
      const expected = planted(slogan, (d) => d.truth.date.slice(0, 7), dated);
      for (const r of series?.rows ?? []) {
        const month = r.bucket.slice(0, 7);
        if (!split.has(month))
          expect([slogan, month, r.mentions]).toEqual([slogan, month, expected[month] ?? 0]);
      }
    }
  });

  test('reports by place, and lists with their items', async () => {
    const expected: Record<string, number> = {};
    for (const d of truth) expected[d.truth.place] = (expected[d.truth.place] ?? 0) + d.truth.reports.length;
    const stored = (await places(ALL)).filter((p) => p.ownReports > 0);
    expect(Object.fromEntries(stored.map((p) => [p.code, p.ownReports]))).toEqual(expected);
    const lists = await directiveLists(ALL, { limit: 10_000, offset: 0 });
    const wrote = truth.flatMap((d) => d.truth.lists);
    const sum = (of: readonly number[]) => of.reduce((a, b) => a + b, 0);
    expect(lists).toHaveLength(wrote.length);
    expect(sum(lists.map((l) => l.items.length))).toBe(sum(wrote.map((l) => l.items)));
  });
});

/** Numerators and denominators of a slogan in a scope. */
async function counts(id: number, f: Filters) {
  const [count, size] = await Promise.all([mentionCount(id, f), scopeSize(f)]);
  return [count.mentions, count.reports, size.reports, size.characters];
}

const add = (rows: readonly (readonly number[])[]) =>
  rows.reduce<number[]>((sum, row) => sum.map((x, i) => x + (row[i] ?? 0)), [0, 0, 0, 0]);

const scope = fc.record(
  {
    issuer: fc.constantFrom(...ISSUERS),
    genre: fc.constantFrom(...GENRES),
    copies: fc.constantFrom('once', 'all'),
    place: fc.constantFrom('440000', '330000', '440300', '100000'),
    from: fc.constantFrom('2018-06', '2019', '2020-02-10'),
    until: fc.constantFrom('2021', '2022-08', '2023-03-05'),
  },
  { requiredKeys: [] },
);
const slogan = fc.constantFrom('四个意识', '六稳', '乡村振兴', '1+1+9');
const RUNS = { numRuns: 25, seed: 7 };

describe('filters commute with sums', () => {
  test('the places of a scope are together the scope, whatever else it is narrowed to', async () => {
    await fc.assert(
      fc.asyncProperty(scope, slogan, async (params, name) => {
        const [id, f] = [ids.get(name) ?? 0, filters(params)];
        const rows = await frequencyByPlace(id, f);
        const parts = rows.map((r) => [r.mentions, r.reports, r.totalReports, r.totalCharacters]);
        expect(add(parts)).toEqual(await counts(id, f));
        const one = rows.find((r) => r.mentions > 0);
        if (one)
          expect(await counts(id, { ...f, place: one.code, own: '1' })).toEqual([
            one.mentions,
            one.reports,
            one.totalReports,
            one.totalCharacters,
          ]);
      }),
      RUNS,
    );
  });

  test('the buckets of a period are together the period, in every grain', async () => {
    const grain = fc.constantFrom('day', 'week', 'month', 'quarter', 'year');
    await fc.assert(
      fc.asyncProperty(scope, slogan, grain, async (params, name, by) => {
        const f = filters({ ...params, by, from: params.from ?? '2018', until: params.until ?? '2023' });
        const [series] = (await frequency(ids.get(name) ?? 0, f)).series;
        const parts = (series?.rows ?? []).map((r) => [
          r.mentions,
          r.reports,
          r.totalReports,
          r.totalCharacters,
        ]);
        const [mentions, reports, total] = await counts(ids.get(name) ?? 0, f);
        const sum = add([...parts, [series?.coarser.mentions ?? 0, series?.coarser.reports ?? 0]]);
        expect(sum.slice(0, 2)).toEqual([mentions, reports]);
        // Reports dated to the month stand in no bucket of days, and nowhere else are they lost.
        if (by === 'month' || by === 'quarter' || by === 'year') expect(sum[2]).toBe(total);
        else expect(sum[2]).toBeLessThanOrEqual(total ?? 0);
      }),
      RUNS,
    );
  });

  test('a period cut in two is its halves; sources are together all; the totals of pages agree', async () => {
    const all = await sources();
    await fc.assert(
      fc.asyncProperty(scope, slogan, fc.integer({ min: 2018, max: 2022 }), async (params, name, year) => {
        const id = ids.get(name) ?? 0;
        const open = { ...filters(params), from: '2018', until: '2023' };
        const whole = await counts(id, open);
        const halves = [
          await counts(id, { ...open, until: String(year) }),
          await counts(id, { ...open, from: String(year + 1) }),
        ];
        expect(add(halves)).toEqual(whole);
        const bySource = await Promise.all(all.map((s) => counts(id, { ...open, source: s.id })));
        expect(add(bySource)).toEqual(whole);
        const sums = await totals(open);
        expect([sums.reports, sums.characters]).toEqual(whole.slice(2));
      }),
      RUNS,
    );
  });
});
