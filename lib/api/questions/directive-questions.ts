import { z } from 'zod';
import { directiveCopies } from '@/lib/queries/directive-copies';
import { listLengths, listRank } from '@/lib/queries/directive-statistics';
import { scopeSize } from '@/lib/queries/scope-size';
import { question, SERIES } from '../question';
import { sampled } from './shared-columns';

const ordinal = z.coerce.number().int().min(0).max(32_767);

export const copiesOfDirective = question({
  name: 'directive-copies',
  path: '/documents/{document}/lists/{list}/items/{item}/copies',
  summary: 'The same directive elsewhere, word for word or nearly, the first to have it first',
  description: 'Likeness is the share of pairs of characters in common (Jaccard), from 0.5 on.',
  params: {
    document: z
      .string()
      .regex(/^\d{1,19}$/, 'the number of a document')
      .refine((s) => /^\d{1,19}$/.test(s) && BigInt(s) < 2n ** 63n, 'the number of a document')
      .describe('Number of a document.'),
    list: ordinal.describe('Number of the list in it, from 0.'),
    item: ordinal.describe('Number of the item in the list, from 0.'),
  },
  row: {
    documentId: z.string(),
    list: z.number().int(),
    ordinal: z.number().int(),
    numeral: z.number().int(),
    head: z.string(),
    text: z.string(),
    similarity: z.number(),
    day: z.string(),
    precision: z.enum(['day', 'month', 'year', 'none']),
    placeCode: z.string(),
    placePath: z.array(z.string()),
    title: z.string(),
    source: z.string(),
    synthetic: z.boolean(),
    stands: z.boolean(),
    relayed: z.boolean().describe('The whole text is one that another place had before.'),
  },
  isVolatile: true,
  example: { document: '{document}', list: '{list}', item: '{item}' },
  async run({ document, list, item }, filters) {
    const found = await directiveCopies({ documentId: document, list, ordinal: item }, filters);
    if (!found) return null;
    return {
      rows: found.rows,
      denominators: await scopeSize(filters),
      about: { text: found.text, unindexed: found.pending },
      warnings: [...(found.cut ? ['cut'] : []), ...(found.pending > 0 ? ['unindexed'] : [])],
    };
  },
});

export const lengthsOfLists = question({
  name: 'list-lengths',
  path: '/directives/lengths',
  summary: 'How long directive lists are, by marker style and bucket',
  filters: SERIES,
  row: {
    bucket: z.string(),
    style: z.string(),
    lists: z.number(),
    mean: z.number(),
    median: z.number(),
    longest: z.number(),
  },
  example: { by: 'year' },
  async run(_, filters) {
    const [{ rows, ...about }, size] = await Promise.all([listLengths(filters), scopeSize(filters)]);
    return { rows, denominators: size, about, warnings: sampled(about.sample) };
  },
});

export const rankInLists = question({
  name: 'list-rank',
  path: '/directives/rank',
  summary: 'Where in the directive lists a topic stands, by bucket',
  params: {
    q: z.string().min(2, 'two characters or more').max(100).describe('Part of the head of an item.'),
  },
  filters: SERIES,
  row: {
    bucket: z.string(),
    lists: z.number().describe('Lists with an item that names it.'),
    totalLists: z.number(),
    meanRank: z.number().nullable().describe('Position of the first such item, from 1.'),
    shareFirst: z.number().nullable(),
    meanPlace: z.number().nullable().describe('0: at the top of the list, 1: at its end.'),
  },
  example: { q: '安全', by: 'year' },
  async run({ q }, filters) {
    const [{ rows, ...about }, size] = await Promise.all([listRank(q, filters), scopeSize(filters)]);
    return { rows, denominators: size, about, warnings: sampled(about.sample) };
  },
});
