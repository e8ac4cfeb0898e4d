import { expect, test } from 'vitest';
import { withDatabase } from '@/lib/store/testing/with-database';
import type { Candidate } from './find-candidates';
import { storeCandidates } from './store-candidates';

const db = withDatabase();

function candidate(phrase: string, frequency: number): Candidate {
  return {
    phrase,
    shape: 'phrase',
    score: frequency / 10,
    frequency,
    alone: frequency,
    documents: 12,
    years: 3,
    places: 4,
    policy: 0.5,
    quoted: 0.25,
    first: 20180300,
    last: 20210210,
    variants: ['一窗通办', '带"引号"、\\和,的'],
    examples: [
      { text: '要“一窗通办”。', start: 2, end: 6, day: '2021-02-10', place: '440307', document: '7' },
    ],
  };
}

async function stored(): Promise<Record<string, [string, number, string]>> {
  const { rows } = await db.pool.query<{ phrase: string; status: string; frequency: number; found: string }>(
    "SELECT phrase, status::text AS status, frequency, to_char(found_on, 'YYYY-MM-DD') AS found FROM candidate",
  );
  return Object.fromEntries(rows.map((r) => [r.phrase, [r.status, r.frequency, r.found]]));
}

test('a later search brings counts up to date and leaves curators’ decisions alone', async () => {
  const first = await storeCandidates(
    db.pool,
    [candidate('甲式治理', 20), candidate('乙式治理', 30), candidate('丙式治理', 40)],
    { day: '2026-01-01', run: null },
  );
  expect(first).toEqual({ added: 3, removed: 0 });
  await db.pool.query("UPDATE candidate SET status = 'rejected' WHERE phrase <> '丙式治理'");
  const second = await storeCandidates(db.pool, [candidate('甲式治理', 25), candidate('丁式治理', 11)], {
    day: '2026-02-02',
    run: 5,
  });
  expect(second).toEqual({ added: 1, removed: 1 });
  expect(await stored()).toEqual({
    甲式治理: ['rejected', 25, '2026-01-01'],
    乙式治理: ['rejected', 30, '2026-01-01'],
    丁式治理: ['proposed', 11, '2026-02-02'],
  });
});

test('days, variants and sentences arrive as they were', async () => {
  const { rows } = await db.pool.query(
    "SELECT first_day::text, last_day::text, variants, contexts FROM candidate WHERE phrase = '丁式治理'",
  );
  expect(rows[0]).toEqual({
    first_day: '2018-03-01',
    last_day: '2021-02-10',
    variants: ['一窗通办', '带"引号"、\\和,的'],
    contexts: [...candidate('丁式治理', 11).examples],
  });
});
