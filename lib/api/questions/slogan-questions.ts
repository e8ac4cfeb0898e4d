import { z } from 'zod';
import { readOffset } from '@/lib/position';
import { mentionCount } from '@/lib/queries/mention-count';
import { mentions } from '@/lib/queries/mentions';
import { isNarrowed, saidOf } from '@/lib/queries/said';
import { scopeSize } from '@/lib/queries/scope-size';
import { SLOGAN_ORDERS, slogans } from '@/lib/queries/slogans';
import { said, slogan } from '../params';
import { question, SCOPE } from '../question';
import { findSlogan } from './find-slogan';

const KINDS = ['numeral', 'formula', 'parallel', 'set', 'quoted'] as const;

export const sloganList = question({
  name: 'slogans',
  path: '/slogans',
  summary: 'Slogans that stand in the scope, with their counts',
  params: {
    text: z
      .string()
      .max(100)
      .optional()
      .describe('Part of the canonical form, a variant or the English gloss.'),
    kind: z.enum(KINDS).optional().describe('Kind of slogan.'),
    listed: z.enum(['0', '1']).optional().describe('1: in the lexicon; 0: found by a rule.'),
    order: z.enum(SLOGAN_ORDERS).default('reports').describe('What they are sorted by.'),
  },
  row: {
    id: z.number().int(),
    canonical: z.string(),
    kind: z.string(),
    gloss: z.string().nullable(),
    domain: z.string().nullable(),
    listed: z.boolean(),
    mentions: z.number(),
    reports: z.number().describe('Reports that hold it.'),
    places: z.number().describe('Places whose own reports hold it.'),
    first: z.string().nullable().describe('First dated day in the scope.'),
    last: z.string().nullable(),
  },
  paging: 'own',
  example: { place: '440000', order: 'reports' },
  async run({ text, kind, listed, order }, filters, { limit, after }) {
    const offset = readOffset(after);
    const query = { text, kind, listed: listed && listed === '1', order, limit, offset };
    const [found, size] = await Promise.all([slogans(filters, query), scopeSize(filters)]);
    const next = offset + limit < found.total ? String(offset + limit) : null;
    return {
      rows: found.rows,
      denominators: size,
      about: { totalRows: found.total },
      next,
    };
  },
});

export const sloganEntry = question({
  name: 'slogan',
  path: '/slogans/{slogan}',
  summary: 'An entry of the lexicon, or a slogan that a rule found',
  params: { slogan },
  filters: [],
  row: {
    id: z.number().int(),
    canonical: z.string(),
    kind: z.string(),
    listed: z.boolean(),
    gloss: z.string().nullable(),
    domain: z.string().nullable(),
    introduced: z
      .string()
      .nullable()
      .describe('Day, month or year of the first official use, as far as it is proved.'),
    occasion: z.string().nullable(),
    level: z.string().nullable(),
    placeCode: z.string().nullable(),
    members: z.array(z.string()),
    variants: z.array(z.string()),
    proof: z.string().nullable(),
    remark: z.string().nullable(),
  },
  example: { slogan: '六稳' },
  async run(params, filters) {
    const found = await findSlogan(params.slogan);
    if (!found) return null;
    const { place, ...entry } = found;
    return { rows: [{ ...entry, placeCode: place?.code ?? null }], denominators: await scopeSize(filters) };
  },
});

export const sloganMentions = question({
  name: 'mentions',
  path: '/slogans/{slogan}/mentions',
  summary: 'Every mention of a slogan with its paragraph, newest first',
  description: 'Without end they are exactly as many as every count with the same filters says.',
  params: { slogan, ...said },
  filters: SCOPE,
  row: {
    documentId: z.string().describe('63 bits as a decimal string.'),
    ordinal: z.number().int(),
    slogan: z.string(),
    title: z.string(),
    day: z.string(),
    precision: z.enum(['day', 'month', 'year', 'none']).describe('none: undated, day is 0001-01-01.'),
    placeCode: z.string(),
    placePath: z.array(z.string()),
    source: z.string(),
    synthetic: z.boolean(),
    url: z.string().nullable(),
    paragraph: z.string().describe('Empty where the document was taken down.'),
    start: z.number().int().describe('Of the mention in the paragraph, in UTF-16 units.'),
    end: z.number().int(),
    paragraphOrdinal: z.number().int(),
    quoted: z.boolean(),
    frame: z.string().nullable(),
    office: z.string().nullable(),
    speaker: z.string().nullable(),
    hidden: z.boolean(),
    stands: z.boolean().describe('Whether its report stands for its copies in its place and month.'),
  },
  paging: 'own',
  isVolatile: true,
  example: { slogan: '六稳', from: '2020' },
  async run(params, filters, { limit, after }) {
    const entry = await findSlogan(params.slogan);
    if (!entry) return null;
    const asked = saidOf(params);
    const [page, count, size] = await Promise.all([
      mentions(entry.id, filters, { limit, after, said: asked }),
      isNarrowed(asked) ? null : mentionCount(entry.id, filters),
      scopeSize(filters),
    ]);
    return {
      rows: page.rows,
      denominators: size,
      about: { slogan: entry.canonical, ...(count && { mentions: count.mentions, reports: count.reports }) },
      next: page.next,
    };
  },
});
