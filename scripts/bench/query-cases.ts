import { QUESTIONS } from '@/lib/api/registry';
import { type Filters, parseFilters } from '@/lib/filters';
import { bucketWarnings } from '@/lib/queries/bucket-warnings';
import { changes } from '@/lib/queries/changes';
import { coverageByPlace } from '@/lib/queries/coverage-by-place';
import { dataVersion } from '@/lib/queries/data-version';
import { directivesInCommon } from '@/lib/queries/directives-in-common';
import { document } from '@/lib/queries/document';
import { exists } from '@/lib/queries/exists';
import { firstsAndLasts } from '@/lib/queries/firsts-and-lasts';
import { frequency } from '@/lib/queries/frequency';
import { kin } from '@/lib/queries/kin';
import { mentionCount } from '@/lib/queries/mention-count';
import { placeFirsts } from '@/lib/queries/place-firsts';
import { placesByCode } from '@/lib/queries/places';
import { provenance } from '@/lib/queries/provenance';
import { scopeSize } from '@/lib/queries/scope-size';
import { sloganCounts } from '@/lib/queries/slogan-counts';
import { sloganNames } from '@/lib/queries/slogan-names';
import { span } from '@/lib/queries/span';
import type { BenchWorld } from './bench-world';

/** A question with one of its sets of parameters, by number: the same number always asks the same. */
export interface QueryCase {
  readonly name: string;
  run(i: number): Promise<unknown>;
}

/** Periods, places and strata that readers choose; each question gets all combinations in turn. */
const PERIODS: readonly Record<string, string>[] = [
  {},
  { from: '2020', until: '2020' },
  { from: '2019-03', until: '2021-08' },
  { from: '2022-06', until: '2022-06' },
  { from: '2020-02-10', until: '2020-05-20' },
  { from: '2021' },
];
const STRATA: readonly Record<string, string>[] = [
  {},
  { copies: 'all' },
  { genre: 'meeting' },
  { issuer: 'party' },
  {},
  { genre: 'notice', issuer: 'government' },
  {},
];

/** The filters of the i-th reader, as parameters of an address; only those that are heeded. */
function viewOf(world: BenchWorld, i: number, heeded: readonly string[]): Record<string, string> {
  const place = world.places[i % world.places.length];
  const all = {
    ...PERIODS[i % PERIODS.length],
    ...STRATA[(i * 3) % STRATA.length],
    ...(i % 2 === 1 && place && { place }),
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => heeded.includes(name)));
}

const EVERY = ['from', 'until', 'place', 'copies', 'genre', 'issuer', 'by'];

/** The parameters that a question takes besides the filters. */
function paramsOf(world: BenchWorld, i: number): Record<string, string> {
  const pick = <T>(list: readonly T[], at: number) => list[at % list.length] as T;
  const [a, b] = [pick(world.places, i), pick(world.places, i + 3)];
  const directive = pick(world.directives, i);
  return {
    slogan: pick(world.slogans, i),
    other: pick(world.slogans, i + 1),
    slogans: [0, 1, 2].map((k) => pick(world.slogans, i + k)).join(','),
    a,
    b,
    code: a,
    place: a,
    places: [a, b, pick(world.places, i + 7)].join(','),
    q: pick(world.topics, i),
    topic: pick(world.topics, i),
    text: pick(world.topics, i),
    split: pick(['variant', 'frame', 'office'], i),
    within: pick(['report', 'paragraph'], i),
    document: directive.documentId,
    list: String(directive.list),
    item: String(directive.ordinal),
    aFrom: '2021',
    aUntil: '2021',
    bFrom: '2020',
    bUntil: '2020',
  };
}

/** Those that have benchmarks of their own: what they cost depends on how common a phrase is. */
const PHRASES = ['phrase-frequency', 'phrase-mentions'];

function questionCases(world: BenchWorld): QueryCase[] {
  return QUESTIONS.filter((q) => !PHRASES.includes(q.name)).map((question) => ({
    name: question.name,
    async run(i) {
      const given = paramsOf(world, i);
      const own = Object.keys(question.params.shape);
      // A search by text is one reader in three.
      const asked = own.filter((n) => given[n] !== undefined && (n !== 'text' || i % 3 === 0));
      const params = question.params.parse(Object.fromEntries(asked.map((n) => [n, given[n]])));
      const { filters } = parseFilters(viewOf(world, i, question.filters));
      await question.run(params, filters, { limit: 100, after: undefined });
    },
  }));
}

/** What pages ask besides the questions of the API. */
function pageCases(world: BenchWorld): QueryCase[] {
  const filters = (i: number): Filters => parseFilters(viewOf(world, i, EVERY)).filters;
  const slogan = (i: number) => world.ids[i % world.ids.length] ?? 0;
  const documentId = (i: number) => world.directives[i % world.directives.length]?.documentId ?? '0';
  const threePlaces = (i: number) => [0, 3, 7].map((k) => world.places[(i + k) % world.places.length] ?? '');
  const year = (y: string) => ({ from: y, until: y });
  return [
    { name: 'data-version', run: dataVersion },
    { name: 'span', run: (i) => span(filters(i)) },
    { name: 'scope-size', run: (i) => scopeSize(filters(i)) },
    { name: 'slogan-names', run: sloganNames },
    { name: 'slogan-counts', run: (i) => sloganCounts(filters(i)) },
    { name: 'mention-count', run: (i) => mentionCount(slogan(i), filters(i)) },
    { name: 'frequency-alone', run: (i) => frequency(slogan(i), filters(i)) },
    { name: 'frequency-by-day', run: (i) => frequency(slogan(i), { ...filters(i), by: 'day' }) },
    {
      name: 'bucket-warnings',
      run: async (i) => {
        const found = await frequency(slogan(i), filters(i));
        return bucketWarnings(found, filters(i));
      },
    },
    { name: 'overview-changes', run: (i) => changes(filters(i), year('2021'), year('2020')) },
    {
      name: 'overview-of-month',
      run: (i) =>
        changes(filters(i), { from: '2021-06', until: '2021-06' }, { from: '2021-05', until: '2021-05' }),
    },
    { name: 'places-by-code', run: (i) => placesByCode([world.places[i % world.places.length] ?? '']) },
    { name: 'coverage-by-place', run: (i) => coverageByPlace(filters(i)) },
    {
      name: 'firsts-and-lasts',
      run: (i) => firstsAndLasts(filters(i), world.ids.slice(0, 12), threePlaces(i)),
    },
    { name: 'place-firsts', run: (i) => placeFirsts(filters(i), threePlaces(i)[0] ?? '', 12) },
    { name: 'kin', run: (i) => kin(slogan(i)) },
    {
      name: 'directives-in-common',
      run: (i) => directivesInCommon(filters(i), threePlaces(i).slice(0, 2), 12),
    },
    { name: 'exists', run: (i) => exists('documents', documentId(i)) },
    { name: 'document', run: (i) => document(documentId(i)) },
    { name: 'provenance', run: (i) => provenance([documentId(i), documentId(i + 1)]) },
  ];
}

/** Every query behind a page and every question of the API but those of phrases. */
export function queryCases(world: BenchWorld): readonly QueryCase[] {
  return [...pageCases(world), ...questionCases(world)];
}
