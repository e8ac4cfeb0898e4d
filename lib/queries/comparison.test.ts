import { beforeAll, describe, expect, test } from 'vitest';
import { type Filters, parseFilters } from '@/lib/filters';
import { loadReference } from '@/lib/ingest/load-reference';
import { findDataDir } from '@/lib/resources';
import { plantRollups } from '@/lib/store/testing/plant-rollups';
import { withDatabase } from '@/lib/store/testing/with-database';
import { dispersion } from './dispersion';
import { heatTiers, tierChanges } from './heat-tiers';
import { keyness } from './keyness';
import { silence } from './silence';
import { cosine, similarity } from './similarity';
import { sloganIdByName } from './slogan';

const db = withDatabase();

beforeAll(async () => {
  await loadReference(db.pool, findDataDir());
  await plantRollups(db.pool, [
    // Three districts of Foshan: the first never says 两个确立.
    { place: '440605', day: '2022-03-01', reports: 100, slogans: { 高质量发展: 40, 乡村振兴: 20 } },
    { place: '440604', day: '2022-03-01', reports: 100, slogans: { 高质量发展: 40, 两个确立: 30 } },
    { place: '440606', day: '2022-03-01', reports: 50, slogans: { 高质量发展: 20, 两个确立: 20, 六稳: 1 } },
    // Hangzhou in two years.
    { place: '330100', day: '2020-05-01', reports: 200, slogans: { 六稳: 60, 高质量发展: 50, 放管服: 10 } },
    { place: '330100', day: '2021-05-01', reports: 200, slogans: { 六稳: 2, 高质量发展: 52, 共同富裕: 30 } },
    { place: '330100', day: '2022-05-01', reports: 200, slogans: { 放管服: 6, 高质量发展: 49 } },
  ]);
}, 120_000);

const filters = (params: Record<string, string> = {}): Filters => parseFilters(params).filters;

describe('keyness', () => {
  test('of two places has their counts, effects and the one-sided slogans', async () => {
    const found = await keyness(filters({ place: '440605' }), filters({ place: '440604' }));
    const of = (name: string) => found.rows.find((r) => r.canonical === name);
    expect(found.a).toEqual({ reports: 100, characters: 100_000 });
    expect(of('两个确立')).toMatchObject({ reportsA: 0, reportsB: 30, where: 'b' });
    expect(of('两个确立')?.logLikelihood).toBeCloseTo(-2 * 30 * Math.log(2), 6);
    expect(of('乡村振兴')).toMatchObject({ reportsA: 20, reportsB: 0, where: 'a' });
    expect(of('高质量发展')).toMatchObject({ logLikelihood: 0, logRatio: 0, where: 'both' });
    expect(of('乡村振兴')?.z).toBeGreaterThan(0);
    for (const r of found.rows) {
      expect(r.q).toBeGreaterThanOrEqual(r.p);
      expect(r.low95).toBeLessThanOrEqual(r.logRatio);
      expect(r.high95).toBeGreaterThanOrEqual(r.logRatio);
    }
  });

  test('turned round has the opposite signs', async () => {
    const [a, b] = [filters({ from: '2020', until: '2020' }), filters({ from: '2021', until: '2021' })];
    const [there, back] = [await keyness(a, b), await keyness(b, a)];
    const of = new Map(back.rows.map((r) => [r.id, r]));
    for (const r of there.rows) {
      expect(of.get(r.id)?.logRatio).toBeCloseTo(-r.logRatio, 9);
      expect(of.get(r.id)?.z).toBeCloseTo(-r.z, 9);
    }
  });

  test('with a side that has no reports says nothing', async () => {
    const found = await keyness(filters({ from: '1990', until: '1990' }), filters());
    expect(found).toMatchObject({ a: { reports: 0 }, rows: [] });
  });
});

test('similarity is one for what speaks alike, and says what makes it doubtful', async () => {
  expect(cosine([1, 0], [0, 1])).toBe(0);
  expect(cosine([1, 2], [2, 4])).toBeCloseTo(1, 12);
  expect(cosine([0, 0], [1, 1])).toBeNull();
  const rows = await similarity(filters(), ['440605', '440604', '440600', '110000']);
  expect(rows).toHaveLength(6);
  const of = (a: string, b: string) => rows.find((r) => r.a === a && r.b === b);
  expect(of('440605', '440604')?.cosine).toBeCloseTo(0.16 / Math.sqrt(0.2 * 0.25), 9);
  expect(of('440605', '440604')).toMatchObject({ shared: 1, either: 3, warnings: [] });
  expect(of('440605', '440600')?.warnings).toEqual(['contains']);
  expect(of('440605', '110000')).toMatchObject({ cosine: null, warnings: ['thin'] });
});

test('dispersion needs five mentions and two parts', async () => {
  const rows = await dispersion((await sloganIdByName('两个确立')) ?? 0, filters({ place: '440600' }));
  const [place, month] = rows;
  // Expected .4 .4 .2 of the reports, seen 0 .6 .4.
  expect(place).toMatchObject({ mentions: 50, parts: 3, partsWith: 2 });
  expect(place?.dp).toBeCloseTo(0.4, 9);
  expect(place?.dpNorm).toBeCloseTo(0.5, 9);
  expect(month).toMatchObject({ parts: 1, dp: null });
  const [one] = await dispersion((await sloganIdByName('六稳')) ?? 0, filters({ place: '440600' }));
  expect(one).toMatchObject({ mentions: 1, dp: null });
});

test('a silence is what all peers say and the place does not', async () => {
  const found = await silence(filters(), '440605');
  expect(found.peers).toEqual(['440604', '440606']);
  const [first] = found.rows;
  expect(first).toMatchObject({ canonical: '两个确立', peerReports: 50, peerTotal: 150, peersSaying: 2 });
  expect(first?.expected).toBeCloseTo(35, 9);
  expect(first?.p).toBeCloseTo(0.65 ** 100, 12);
  // Said by one of two peers, once in fifty reports: the median expects half of that, and chance explains it.
  expect(found.rows.find((r) => r.canonical === '六稳')?.q).toBeGreaterThan(0.05);
  expect(found.rows.some((r) => r.canonical === '高质量发展')).toBe(false);
  expect((await silence(filters({ from: '1990', until: '1990' }), '440605')).rows).toEqual([]);
});

describe('heat', () => {
  test('tiers follow the shares, and their intervals say how sure', async () => {
    const { rows, size } = await heatTiers(filters({ place: '330100', from: '2020', until: '2020' }));
    expect(size.reports).toBe(200);
    expect(rows.map((r) => [r.canonical, r.tier])).toEqual([
      ['六稳', '沸'],
      ['高质量发展', '沸'],
      ['放管服', '热'],
    ]);
    expect(rows[1]).toMatchObject({ tierLow: '烫', tierHigh: '沸' });
  });

  test.each([
    ['2021', '2020', { 六稳: 'falling', 高质量发展: 'steady', 共同富裕: 'new', 放管服: 'gone' }],
    ['2022', '2021', { 六稳: 'gone', 高质量发展: 'steady', 共同富裕: 'gone', 放管服: 'returned' }],
    ['2020', '2021', { 六稳: 'rising' }],
  ])('moves of %s after %s are those planted', async (now, before, expected) => {
    const bounds = (year: string) => ({ from: year, until: year });
    const { rows } = await tierChanges(filters({ place: '330100' }), bounds(now), bounds(before));
    const moves = Object.fromEntries(rows.map((r) => [r.canonical, r.move]));
    expect(moves).toMatchObject(expected);
    for (const r of rows)
      expect(Math.sign(r.tiers) * Math.sign(r.shareNow - r.shareBefore)).toBeGreaterThanOrEqual(0);
  });
});
