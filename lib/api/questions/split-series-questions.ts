import { z } from 'zod';
import { bucketWarnings } from '@/lib/queries/bucket-warnings';
import { frequencyOfPlaces, MOST_PLACES } from '@/lib/queries/frequency-of-places';
import { frequencyOfSlogans } from '@/lib/queries/frequency-of-slogans';
import { frequencyOfWording, mentionsOf } from '@/lib/queries/frequency-of-wording';
import { saidOf } from '@/lib/queries/said';
import { scopeSize } from '@/lib/queries/scope-size';
import { said, slogan, sloganNames, smooth, top } from '../params';
import { question, SERIES } from '../question';
import { findSlogan, findSlogans } from './find-slogan';
import { coarser, seriesRow, seriesRows, smoothing } from './series-questions';
import { sampled } from './shared-columns';

export const sloganOverPlaces = question({
  name: 'frequency-by-place',
  path: '/slogans/{slogan}/places/frequency',
  summary: 'A slogan over time in each of the places that say it most, all on one time axis',
  params: { slogan, top: top(MOST_PLACES, 8) },
  filters: [...SERIES, 'measure'],
  row: { ...seriesRow, name: z.string().describe('Name of the place.') },
  example: { slogan: '六稳', by: 'year', top: '4' },
  async run(params, filters) {
    const entry = await findSlogan(params.slogan);
    if (!entry) return null;
    const [{ places, found }, size] = await Promise.all([
      frequencyOfPlaces(entry.id, filters),
      scopeSize(filters),
    ]);
    const shown = { grain: found.grain, series: found.series.slice(0, params.top) };
    const names = new Map(places.map((p) => [p.code, p.name]));
    const rows = seriesRows(shown, filters, await bucketWarnings(shown, filters));
    return {
      rows: rows.map((r) => ({ ...r, name: names.get(r.place ?? '') ?? '' })),
      denominators: size,
      about: { slogan: entry.canonical, places: places.length, coarser: coarser(shown) },
    };
  },
});

const MOST_SLOGANS = 6;

export const sloganSeries = question({
  name: 'frequency-of-slogans',
  path: '/compare/frequency',
  summary: 'Several slogans over time side by side, in the same buckets',
  params: { slogans: sloganNames(1, MOST_SLOGANS) },
  filters: [...SERIES, 'measure'],
  row: { slogan: z.string(), ...seriesRow },
  example: { slogans: '六稳,六保', by: 'year' },
  async run(params, filters) {
    const entries = await findSlogans(params.slogans);
    if (!entries) return null;
    const ids = entries.map((e) => e.id);
    const [{ grain, series }, size] = await Promise.all([
      frequencyOfSlogans(ids, filters),
      scopeSize(filters),
    ]);
    const rows = await Promise.all(
      entries.map(async ({ canonical }, i) => {
        const one = { grain, series: series.slice(i, i + 1) };
        const warned = seriesRows(one, filters, await bucketWarnings(one, filters));
        return warned.map((r) => ({ slogan: canonical, ...r }));
      }),
    );
    return { rows: rows.flat(), denominators: size, about: { coarser: coarser({ grain, series }) } };
  },
});

export const sloganSaid = question({
  name: 'frequency-of-wording',
  path: '/slogans/{slogan}/said',
  summary: 'How often a slogan is said in one wording, with one introduction, or by the holder of one office',
  params: { slogan, ...said, smooth },
  filters: [...SERIES, 'measure'],
  row: seriesRow,
  example: { slogan: '四个意识', office: '市委书记', by: 'year' },
  async run(params, filters) {
    const entry = await findSlogan(params.slogan);
    if (!entry) return null;
    const [found, size] = await Promise.all([
      frequencyOfWording(entry.id, saidOf(params), filters),
      scopeSize(filters),
    ]);
    return {
      rows: seriesRows(found, filters, await bucketWarnings(found, filters), params.smooth),
      denominators: size,
      about: {
        slogan: entry.canonical,
        mentions: mentionsOf(found),
        coarser: coarser(found),
        smoothing: smoothing(params.smooth),
        sample: found.sample,
      },
      warnings: sampled(found.sample),
    };
  },
});
