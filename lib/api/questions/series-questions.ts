import { z } from 'zod';
import type { Filters } from '@/lib/filters';
import { bucketWarnings } from '@/lib/queries/bucket-warnings';
import type { Frequency } from '@/lib/queries/frequency';
import { frequencyByPlace } from '@/lib/queries/frequency-by-place';
import { ranking } from '@/lib/queries/ranking';
import { readableFrequency } from '@/lib/queries/readable-frequency';
import { scopeSize } from '@/lib/queries/scope-size';
import { BUCKET_WARNINGS, type BucketWarning } from '@/lib/queries/warnings-of-series';
import { rateOf } from '@/lib/stats/rates';
import { smoothRates } from '@/lib/stats/smoothing';
import { placeList, slogan, smooth, top } from '../params';
import { question, SERIES } from '../question';
import { findSlogan } from './find-slogan';

/** The row of every series: numerators, denominators, and the rate in the measure asked for with its interval. */
export const seriesRow = {
  place: z.string().nullable().describe('Place code; null: the whole scope.'),
  grain: z.enum(['day', 'week', 'month', 'quarter', 'year']),
  bucket: z.string().describe('First day of the bucket.'),
  mentions: z.number(),
  reports: z.number().describe('Reports that hold it.'),
  ownReports: z
    .number()
    .nullable()
    .describe(
      'Of these: reports that say it in words of their own. Not copies; no other place had the text first; at least one mention stands in a paragraph that no other place or source had first. Null: not known, as of phrases.',
    ),
  totalReports: z
    .number()
    .describe('All reports of the bucket; 0 is no documents, which is not zero mentions.'),
  totalCharacters: z.number(),
  measure: z.enum(['share', 'million', 'mentions']),
  value: z.number().nullable().describe('The rate; null without documents.'),
  low95: z.number().nullable(),
  high95: z.number().nullable(),
  smoothed: z
    .number()
    .nullable()
    .describe('Centred mean of the rate over ± `smooth` buckets; null where none was asked for.'),
  warnings: z.array(z.enum(BUCKET_WARNINGS)).describe('What makes the bucket doubtful.'),
};

/** The rows of a series, each with its rate. */
export function seriesRows(
  found: Frequency,
  filters: Filters,
  warnings: ReadonlyMap<string, readonly BucketWarning[]>,
  window = 0,
) {
  const { measure } = filters;
  return found.series.flatMap(({ place, rows }) => {
    const smoothed = window > 0 ? smoothRates(measure, rows, window) : null;
    return rows.map((row, i) => {
      const rate = rateOf(measure, row);
      const bounds =
        rate.value === null ? { low95: null, high95: null } : { low95: rate.low, high95: rate.high };
      return {
        place,
        grain: found.grain,
        ...row,
        ownReports: row.relayed === null ? null : row.reports - row.relayed,
        measure,
        value: rate.value,
        ...bounds,
        smoothed: smoothed?.[i] ?? null,
        warnings: warnings.get(`${place ?? ''} ${row.bucket}`) ?? [],
      };
    });
  });
}

/** What was smoothed, in words, so that nobody takes it for the series itself. */
export function smoothing(window: number) {
  return window === 0 ? null : { window, label: `centred mean over ±${window} buckets, cut at the ends` };
}

/** What is in scope but dated too coarsely for the buckets. */
export function coarser(found: Frequency) {
  return found.series.map((s) => ({ place: s.place, ...s.coarser }));
}

export const sloganFrequency = question({
  name: 'frequency',
  path: '/slogans/{slogan}/frequency',
  summary: 'How often a slogan stands in each bucket of time, for the scope or for each of several places',
  params: { slogan, places: placeList(1, 12).optional(), smooth },
  filters: [...SERIES, 'measure'],
  row: seriesRow,
  example: { slogan: '六稳', by: 'quarter', place: '440000' },
  async run(params, filters) {
    const entry = await findSlogan(params.slogan);
    if (!entry) return null;
    const [found, size] = await Promise.all([
      readableFrequency(entry.id, filters, params.places ?? null),
      scopeSize(filters),
    ]);
    return {
      rows: seriesRows(found, filters, await bucketWarnings(found, filters), params.smooth),
      denominators: size,
      about: { slogan: entry.canonical, coarser: coarser(found), smoothing: smoothing(params.smooth) },
    };
  },
});

export const sloganPlaces = question({
  name: 'places-of-slogan',
  path: '/slogans/{slogan}/places',
  summary:
    'A slogan in every place of the scope that has reports of its own, those that never used it included',
  params: { slogan },
  row: {
    code: z.string(),
    name: z.string(),
    path: z.array(z.string()),
    mentions: z.number(),
    reports: z.number(),
    totalReports: z.number(),
    totalCharacters: z.number(),
    share: z.number().nullable(),
    low95: z.number().nullable(),
    high95: z.number().nullable(),
    thin: z.boolean(),
    first: z.string().nullable(),
    last: z.string().nullable(),
  },
  example: { slogan: '六稳', place: '330000' },
  async run(params, filters) {
    const entry = await findSlogan(params.slogan);
    if (!entry) return null;
    const [rows, size] = await Promise.all([frequencyByPlace(entry.id, filters), scopeSize(filters)]);
    return {
      rows: rows.map((row) => {
        const { value, low, high, thin } = rateOf('share', row);
        const bounds = value === null ? { low95: null, high95: null } : { low95: low, high95: high };
        return { ...row, path: [...row.path], share: value, ...bounds, thin };
      }),
      denominators: size,
      about: { slogan: entry.canonical },
    };
  },
});

export const sloganRanking = question({
  name: 'ranking',
  path: '/ranking',
  summary: 'The slogans that stand in most reports of the scope, each with its trend',
  params: { top: top(200, 30) },
  filters: SERIES,
  row: {
    id: z.number().int(),
    canonical: z.string(),
    kind: z.string(),
    gloss: z.string().nullable(),
    listed: z.boolean(),
    mentions: z.number(),
    reports: z.number(),
    places: z.number(),
    trend: z.array(z.number()).describe('Reports that hold it, by bucket.'),
  },
  example: { from: '2020', until: '2020', top: '20' },
  async run(params, filters) {
    const [found, size] = await Promise.all([ranking(filters, params.top), scopeSize(filters)]);
    return {
      rows: found.slogans,
      denominators: size,
      about: { grain: found.grain, buckets: found.buckets, volume: found.volume },
    };
  },
});
