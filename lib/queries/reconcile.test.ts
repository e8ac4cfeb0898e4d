import { beforeAll, expect, test } from 'vitest';
import { type DemoDocument, generateDemo } from '@/lib/demo/generate-demo';
import { type Filters, parseFilters } from '@/lib/filters';
import { ingestDemo } from '@/lib/ingest/demo';
import { loadReference } from '@/lib/ingest/load-reference';
import { findDataDir } from '@/lib/resources';
import { withDatabase } from '@/lib/store/testing/with-database';
import { coverage } from './coverage';
import { document } from './document';
import { documents as documentRows } from './documents';
import { frequency } from './frequency';
import { frequencyByPlace } from './frequency-by-place';
import { mentionCount } from './mention-count';
import type { MentionRow } from './mention-row';
import { mentions } from './mentions';
import { places } from './places';
import { ranking } from './ranking';
import { sloganIdByName } from './slogan';
import { slogans } from './slogans';
import { totals } from './totals';

const db = withDatabase();
const DEMO = { seed: 11, documents: 600 };
const truth: DemoDocument[] = [...generateDemo(DEMO)];
const REPORTS = truth.reduce((sum, d) => sum + d.truth.reports.length, 0);
const SLOGAN = '四个意识';
let id = 0;

beforeAll(async () => {
  const dataDir = findDataDir();
  await loadReference(db.pool, dataDir);
  await ingestDemo(db.pool, { dataDir, workers: 1 }, DEMO);
  id = (await sloganIdByName(SLOGAN)) ?? 0;
}, 120_000);

const filters = (params: Record<string, string> = {}): Filters => parseFilters(params).filters;

async function allMentions(f: Filters): Promise<MentionRow[]> {
  const rows: MentionRow[] = [];
  let after: string | undefined;
  do {
    const page = await mentions(id, f, { limit: 17, after });
    rows.push(...page.rows);
    after = page.next ?? undefined;
  } while (after);
  return rows;
}

const VIEWS: Record<string, string>[] = [
  {},
  { copies: 'all' },
  { place: '440000' },
  { place: '440000', own: '1' },
  { place: '100000' },
  { from: '2019', until: '2021' },
  { from: '2019-03', until: '2020-02-10', copies: 'all' },
  { genre: 'meeting', place: '440300' },
  { issuer: 'party' },
  { source: '1' },
  { by: 'day', from: '2020' },
  { by: 'week' },
  { by: 'year', copies: 'all' },
];

test.each(VIEWS)('every number leads to exactly that many mentions: %j', async (params) => {
  const f = filters(params);
  const rows = await allMentions(f);
  expect(new Set(rows.map((r) => `${r.documentId} ${r.ordinal}`)).size).toBe(rows.length);
  const count = await mentionCount(id, f);
  expect(count.mentions).toBe(rows.length);
  const series = (await frequency(id, f)).series[0];
  const charted = series?.rows.reduce((sum, r) => sum + r.mentions, 0) ?? 0;
  expect(charted + (series?.coarser.mentions ?? 0)).toBe(rows.length);
  const byPlace = await frequencyByPlace(id, f);
  expect(byPlace.reduce((sum, r) => sum + r.mentions, 0)).toBe(rows.length);
  const ranked = (await ranking(f, 1000)).slogans.find((s) => s.id === id);
  expect(ranked?.mentions ?? 0).toBe(rows.length);
  const listed = (await slogans(f, { text: SLOGAN, order: 'reports', limit: 10, offset: 0 })).rows.find(
    (s) => s.id === id,
  );
  expect(listed?.mentions ?? 0).toBe(rows.length);
  for (const r of rows) expect(r.paragraph.slice(r.start, r.end)).toContain('意识');
});

test.each(['day', 'month', 'quarter', 'year'])('each bucket by %s leads to its own mentions', async (by) => {
  const f = filters({ by, place: '440000', from: '2019', until: '2020' });
  const { series } = await frequency(id, f);
  for (const row of (series[0]?.rows ?? []).filter((r) => r.mentions > 0).slice(0, 6)) {
    const length = { day: 10, month: 7, quarter: 7, year: 4 }[by as 'day'];
    const from = row.bucket.slice(0, length);
    const month = Number(row.bucket.slice(5, 7));
    const until = by === 'quarter' ? `${row.bucket.slice(0, 4)}-${String(month + 2).padStart(2, '0')}` : from;
    const found = await allMentions({ ...f, from, until });
    expect(found).toHaveLength(row.mentions);
    expect(new Set(found.map((m) => m.documentId)).size).toBe(row.reports);
  }
});

test('mentions are those of the generator', async () => {
  const expected = truth.reduce((sum, d) => sum + (d.truth.slogans[SLOGAN] ?? 0), 0);
  expect((await mentionCount(id, filters({ copies: 'all' }))).mentions).toBe(expected);
});

test('denominators agree between every pair of views', async () => {
  const views: Record<string, string>[] = [
    {},
    { copies: 'all' },
    { place: '440000' },
    { from: '2020', until: '2020' },
  ];
  for (const params of views) {
    const f = filters(params);
    const sum = await totals(f);
    const byPlace = await frequencyByPlace(id, f);
    expect(byPlace.reduce((n, r) => n + r.totalReports, 0)).toBe(sum.reports);
    expect(byPlace.reduce((n, r) => n + r.totalCharacters, 0)).toBe(sum.characters);
    const rows = await documentRows(f, { limit: 10_000, offset: 0 });
    expect(rows).toHaveLength(sum.reports);
  }
  const all = await totals(filters({ copies: 'all' }));
  expect(all.reports).toBe(REPORTS);
  const covered = await coverage(filters({ copies: 'all' }));
  expect(covered.rows.reduce((n, r) => n + r.reports, 0)).toBe(REPORTS);
  const tree = await places(filters({ copies: 'all' }));
  expect(tree.reduce((n, p) => n + p.ownReports, 0)).toBe(REPORTS);
});

test('places side by side are each what the place alone is', async () => {
  const codes = ['440300', '440600', '330000'];
  const together = await frequency(id, filters({ by: 'year' }), codes);
  for (const code of codes) {
    const alone = await frequency(id, filters({ by: 'year', place: code }));
    const series = together.series.find((s) => s.place === code);
    const kept = series?.rows.filter((r) => r.totalReports > 0);
    expect(kept).toEqual(alone.series[0]?.rows.filter((r) => r.totalReports > 0));
  }
});

test('a document says everything about itself', async () => {
  const [first] = (await mentions(id, filters(), { limit: 1 })).rows;
  const view = await document(first?.documentId ?? '');
  expect(view?.synthetic).toBe(true);
  const mention = view?.mentions.find((m) => m.ordinal === first?.ordinal);
  expect(mention?.slogan).toBe(SLOGAN);
  expect(view?.text.slice(mention?.start, mention?.end)).toBe(SLOGAN);
  expect(view?.original.slice(mention?.originalStart, mention?.originalEnd)).toBe(mention?.surface);
});

test('ids that are none lead nowhere', async () => {
  for (const none of ['0', 'x', '99999999999999999999', '9223372036854775808', '-1'])
    expect(await document(none)).toBeNull();
});
