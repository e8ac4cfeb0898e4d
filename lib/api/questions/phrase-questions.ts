import { z } from 'zod';
import { bucketWarnings } from '@/lib/queries/bucket-warnings';
import { phraseFrequency } from '@/lib/queries/phrase';
import { phraseMentions } from '@/lib/queries/phrase-mentions';
import { type PhraseProblem, type PhraseQuery, parsePhraseQuery } from '@/lib/queries/phrase-query';
import { scopeSize } from '@/lib/queries/scope-size';
import { phrase, placeList, smooth, within } from '../params';
import { question, SCOPE, SERIES } from '../question';
import { coarser, seriesRow, seriesRows, smoothing } from './series-questions';

const EXPECTED: Record<PhraseProblem, string> = {
  'too-short': 'every part has two characters or more',
  'too-long': 'at most 200 characters',
  'too-many': 'at most 12 parts',
  'nothing-to-find': 'at least one part that is looked for',
  'bad-near': 'near(A,B,n) with n from 0 to 100',
};

const q = phrase.superRefine((text, context) => {
  const parsed = parsePhraseQuery(text);
  if (typeof parsed === 'string') context.addIssue({ code: 'custom', message: EXPECTED[parsed] });
});

function parsed(params: { q: string; within: 'report' | 'paragraph' }): PhraseQuery {
  const query = parsePhraseQuery(params.q, params.within);
  if (typeof query === 'string') throw new Error(`the schema let ${params.q} pass`);
  return query;
}

export const phraseSeries = question({
  name: 'phrase-frequency',
  path: '/phrases/frequency',
  summary: 'How often any phrase, or combination of phrases, stands in each bucket of time',
  description:
    'Counted by the rule that slogans are counted by. about.exact false: all numbers, denominators too, are of a random sample, and the exact ones are being counted. about.tracked: how often a tracked slogan stands alone, and inside longer slogans.',
  params: { q, within, places: placeList(1, 12).optional(), smooth },
  filters: [...SERIES, 'measure'],
  row: seriesRow,
  isVolatile: true,
  example: { q: '营商环境', by: 'year' },
  async run(params, filters) {
    const [found, size] = await Promise.all([
      phraseFrequency(parsed(params), filters, params.places ?? null),
      scopeSize(filters),
    ]);
    const { query, exact, sample, tracked } = found;
    return {
      rows: seriesRows(found, filters, await bucketWarnings(found, filters), params.smooth),
      denominators: size,
      about: { query, exact, sample, tracked, coarser: coarser(found), smoothing: smoothing(params.smooth) },
      warnings: exact ? [] : ['sampled'],
    };
  },
});

export const phraseOccurrences = question({
  name: 'phrase-mentions',
  path: '/phrases/mentions',
  summary: 'Every occurrence of a phrase, or combination, with its paragraph, newest first',
  params: { q, within },
  filters: SCOPE,
  row: {
    documentId: z.string(),
    title: z.string(),
    day: z.string(),
    precision: z.enum(['day', 'month', 'year', 'none']),
    placeCode: z.string(),
    placePath: z.array(z.string()),
    source: z.string(),
    synthetic: z.boolean(),
    url: z.string().nullable(),
    paragraph: z.string().describe('Empty where the document was taken down.'),
    start: z.number().int().describe('Of the occurrence in the paragraph, in UTF-16 units.'),
    end: z.number().int(),
    at: z.number().int().describe('In the document.'),
    hidden: z.boolean(),
    stands: z.boolean(),
  },
  paging: 'own',
  isVolatile: true,
  example: { q: '营商环境 -放管服', within: 'paragraph' },
  async run(params, filters, { limit, after }) {
    const query = parsed(params);
    const [page, size] = await Promise.all([
      phraseMentions(query, filters, { limit, after }),
      scopeSize(filters),
    ]);
    return {
      rows: page.rows,
      denominators: size,
      about: { query: query.key },
      next: page.next,
    };
  },
});
