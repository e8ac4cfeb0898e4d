import { z } from 'zod';
import { coverage } from '@/lib/queries/coverage';
import { coverageByPlace } from '@/lib/queries/coverage-by-place';
import { scopeSize } from '@/lib/queries/scope-size';
import { question, SERIES } from '../question';

export const coverageQuestion = question({
  name: 'coverage',
  path: '/coverage',
  summary: 'Reports by bucket over all that is stored: the denominator of everything',
  filters: ['place', 'own', 'source', 'issuer', 'genre', 'copies'],
  row: { grain: z.string(), bucket: z.string(), reports: z.number() },
  example: { place: '440300' },
  async run(_, filters) {
    const [found, size] = await Promise.all([coverage(filters), scopeSize(filters)]);
    return { rows: found.rows.map((r) => ({ grain: found.grain, ...r })), denominators: size };
  },
});

export const placeCoverage = question({
  name: 'coverage-by-place',
  path: '/coverage/places',
  summary: 'Reports by place and bucket: where a silence may only be a gap',
  description:
    'The provinces, or the place of the filters and those right below it, each with those below it.',
  filters: SERIES,
  row: {
    grain: z.string(),
    place: z.string(),
    name: z.string(),
    bucket: z.string(),
    reports: z.number().describe('0: nobody delivered anything, which is no silence.'),
  },
  example: { place: '440000', by: 'year' },
  async run(_, filters) {
    const [{ grain, buckets, rows }, size] = await Promise.all([
      coverageByPlace(filters),
      scopeSize(filters),
    ]);
    return {
      rows: rows.flatMap(({ code, name, reports }) =>
        buckets.map((bucket, i) => ({ grain, place: code, name, bucket, reports: reports[i] ?? 0 })),
      ),
      denominators: size,
    };
  },
});
