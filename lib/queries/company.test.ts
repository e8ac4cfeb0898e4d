import { beforeAll, describe, expect, test } from 'vitest';
import { generateDemo } from '@/lib/demo/generate-demo';
import { type Filters, parseFilters } from '@/lib/filters';
import { ingestDemo } from '@/lib/ingest/demo';
import { loadReference } from '@/lib/ingest/load-reference';
import { findDataDir } from '@/lib/resources';
import { withDatabase } from '@/lib/store/testing/with-database';
import { chainOrder } from './chain-order';
import { company } from './company';
import { drift } from './drift';
import { frequency } from './frequency';
import { frequencyOfWording, mentionsOf } from './frequency-of-wording';
import { mentionCount } from './mention-count';
import { mentions } from './mentions';
import { sloganIdByName } from './slogan';
import { succession } from './succession';
import { type PairCount, successionOf } from './succession-of-series';

const filters = (params: Record<string, string> = {}): Filters => parseFilters(params).filters;

describe('succession', () => {
  const month = (i: number) => new Date(Date.UTC(2020, i, 1)).toISOString().slice(0, 10);
  const series = (first: number[], other: number[], both: number[] = []): PairCount[] =>
    first.map((reports, i) => ({
      bucket: month(i),
      reports,
      other: other[i] ?? 0,
      both: both[i] ?? 0,
      totalReports: 100,
    }));

  test.each([
    ['succession', '2020-04-01', series([9, 9, 9, 2, 1, 0], [0, 0, 1, 8, 9, 9])],
    ['companionship', null, series([9, 9, 9, 9, 9, 9], [8, 9, 9, 8, 9, 8], [7, 7, 7, 7, 7, 7])],
    ['apart', null, series([9, 9, 9, 9, 9, 9], [8, 9, 9, 8, 9, 8], [1, 0, 1, 0, 1, 0])],
    ['too-few', null, series([3, 3, 0], [0, 3, 3])],
  ])('%s is told, with crossover %s', (verdict, crossover, months) => {
    expect(successionOf(months)).toMatchObject({ verdict, crossover });
  });

  const truth = [...generateDemo({ seed: 5, documents: 12_000 })].map((d) => d.truth);
  const monthly = (a: string, b: string): PairCount[] => {
    const months = [...new Set(truth.map((t) => t.date.slice(0, 7)))].sort();
    return months.map((m) => {
      const of = truth.filter((t) => t.date.startsWith(m));
      const says = (s: string) => of.filter((t) => (t.slogans[s] ?? 0) > 0);
      return {
        bucket: `${m}-01`,
        reports: says(a).length,
        other: says(b).length,
        both: says(a).filter((t) => (t.slogans[b] ?? 0) > 0).length,
        totalReports: of.length,
      };
    });
  };

  test('the planted one is dated within a month', () => {
    // Planted: the first halves every month from April 2020 on, the second rises from March; they meet in late April.
    const found = successionOf(monthly('外防输入、内防扩散', '外防输入、内防反弹'));
    expect(found.verdict).toBe('succession');
    expect(['2020-04-01', '2020-05-01', '2020-06-01']).toContain(found.crossover);
  });

  test('companions are no successors', () => {
    expect(successionOf(monthly('六稳', '六保')).verdict).toBe('companionship');
  });
});

describe('of the generated corpus', () => {
  const db = withDatabase();
  const ids = new Map<string, number>();
  const NAMES = ['四个意识', '四个自信', '两个维护', '两个确立', '六稳', '六保'];

  beforeAll(async () => {
    const dataDir = findDataDir();
    await loadReference(db.pool, dataDir);
    await ingestDemo(db.pool, { dataDir, workers: 1 }, { seed: 23, documents: 500 });
    for (const name of NAMES) ids.set(name, (await sloganIdByName(name)) ?? 0);
  }, 120_000);

  const id = (name: string) => ids.get(name) ?? 0;

  async function stored(unit: 'report' | 'paragraph') {
    const { rows } = await db.pool.query<{ key: string; unit: string; slogan: string; start: number }>(
      `SELECT m.document_id || ' ' || m.report AS key, CASE WHEN $1 = 'report' THEN 0 ELSE m.paragraph END AS unit, s.canonical AS slogan, m.start
       FROM mention m JOIN slogan s ON s.id = m.slogan_id ORDER BY 1, 2, 4`,
      [unit],
    );
    const units = new Map<string, string[]>();
    for (const r of rows) {
      const key = `${r.key} ${r.unit}`;
      units.set(key, [...(units.get(key) ?? []), r.slogan]);
    }
    return units;
  }

  test.each(['report', 'paragraph'] as const)(
    'company within a %s is what the mentions say',
    async (unit) => {
      const units = await stored(unit);
      const found = await company(id('六稳'), filters({ copies: 'all' }), unit);
      for (const name of ['六保', '高质量发展', '四个意识']) {
        const holding = [...units].filter(([, s]) => s.includes('六稳') && s.includes(name));
        const reports = new Set(holding.map(([key]) => key.slice(0, key.lastIndexOf(' '))));
        const row = found.rows.find((r) => r.canonical === name);
        expect(row?.together ?? 0, name).toBe(reports.size);
        if (unit === 'report') {
          const before = holding.filter(([, s]) => s.indexOf('六稳') < s.indexOf(name)).length;
          expect(row?.before ?? 0).toBe(before);
        }
      }
      expect(found.rows[0]?.canonical).toBe('六保');
      expect(found.reports).toBe((await mentionCount(id('六稳'), filters({ copies: 'all' }))).reports);
    },
  );

  test('companions stand together more often than chance, in the order of their sentence', async () => {
    const { rows } = await company(id('六保'), filters(), 'paragraph');
    const six = rows.find((r) => r.canonical === '六稳');
    expect(six?.pmi).toBeGreaterThan(0);
    expect(six?.q).toBeLessThan(0.01);
    expect(six?.before).toBe(0);
  });

  test('succession counts what the series do', async () => {
    const found = await succession(id('六稳'), id('六保'), filters());
    const { series } = await frequency(id('六保'), filters({ by: 'month' }));
    expect(found.months.map((m) => m.other)).toEqual(series[0]?.rows.map((r) => r.reports));
    for (const m of found.months) expect(m.both).toBeLessThanOrEqual(Math.min(m.reports, m.other));
    expect(found.verdict).toBe('companionship');
  });

  test.each(['variant', 'frame', 'office'] as const)('drift by %s adds up to the series', async (kind) => {
    const view = filters({ by: 'year', copies: 'all' });
    const { rows, values } = await drift(id('四个意识'), view, kind);
    const { series } = await frequency(id('四个意识'), view);
    for (const bucket of series[0]?.rows ?? []) {
      const sum = rows.filter((r) => r.bucket === bucket.bucket).reduce((n, r) => n + r.mentions, 0);
      expect(sum).toBe(bucket.mentions);
    }
    expect(values.length).toBeGreaterThan(0);
    expect(values.length).toBeLessThanOrEqual(8);
  });

  test.each(['variant', 'frame', 'office'] as const)(
    'each %s leads to exactly its mentions, in every bucket',
    async (kind) => {
      const view = filters({ by: 'year', copies: 'all' });
      const slogan = id('四个意识');
      const { rows, values } = await drift(slogan, view, kind);
      for (const value of values.slice(0, 4)) {
        const found = await frequencyOfWording(slogan, { [kind]: value }, view);
        const told = rows.filter((r) => r.value === value);
        expect(found.series[0]?.rows.map((r) => r.mentions)).toEqual(told.map((r) => r.mentions));
        const page = await mentions(slogan, view, { limit: 5_000, said: { [kind]: value } });
        expect(page.rows).toHaveLength(mentionsOf(found));
        if (kind === 'office') for (const m of page.rows) expect(m.office ?? '').toBe(value);
        for (const r of found.series[0]?.rows ?? []) expect(r.reports).toBeLessThanOrEqual(r.mentions);
      }
    },
  );

  test('the order of a chain is that of its sentence', async () => {
    const chain = [id('四个意识'), id('四个自信'), id('两个维护')];
    const { rows } = await chainOrder(chain, filters({ by: 'year' }));
    const full = rows.filter((r) => r.order.length === 3);
    expect(full.length).toBeGreaterThan(0);
    for (const r of full) expect(r.order).toEqual(chain);
    for (const bucket of new Set(rows.map((r) => r.bucket))) {
      const share = rows.filter((r) => r.bucket === bucket).reduce((sum, r) => sum + r.share, 0);
      expect(share).toBeCloseTo(1, 9);
    }
  });
});
