import { z } from 'zod';
import { FIRST_DAY, LAST_DAY } from '@/lib/filters';
import { readOffset } from '@/lib/position';
import { directiveLists } from '@/lib/queries/directive-lists';
import { documents } from '@/lib/queries/documents';
import { events } from '@/lib/queries/events';
import { places } from '@/lib/queries/places';
import { scopeSize } from '@/lib/queries/scope-size';
import { sources } from '@/lib/queries/sources';
import { totals } from '@/lib/queries/totals';
import { placeCode } from '../params';
import { NO_PLACE, question } from '../question';

const text = z.string().max(100).optional();
const dated = {
  day: z.string(),
  precision: z.enum(['day', 'month', 'year', 'none']).describe('none: undated, day is 0001-01-01.'),
  placeCode: z.string().describe('000000: no place is supported.'),
  placePath: z.array(z.string()),
};

const hidden = z.boolean().describe('The document was taken down: its text is not shown, its counts stay.');

export const totalsQuestion = question({
  name: 'totals',
  path: '/totals',
  summary: 'What stands behind a view: reports, characters, mentions, and what could not be dated or placed',
  row: {
    reports: z.number(),
    characters: z.number(),
    mentions: z.number(),
    slogans: z.number(),
    places: z.number(),
    undated: z.number(),
    unplaced: z.number(),
  },
  example: { from: '2020', until: '2020' },
  async run(_, filters) {
    const row = await totals(filters);
    return { rows: [{ ...row }], denominators: { reports: row.reports, characters: row.characters } };
  },
});

export const placeTree = question({
  name: 'places',
  path: '/places',
  summary: 'Places with at least one report of their own or below, by code',
  params: {
    level: z.enum(['country', 'province', 'prefecture', 'county']).optional().describe('Only of this level.'),
    parent: placeCode.optional().describe('Only those right below this place.'),
  },
  filters: NO_PLACE,
  row: {
    code: z.string(),
    name: z.string(),
    shortName: z.string(),
    level: z.string(),
    parentCode: z.string().nullable(),
    path: z.array(z.string()),
    ownReports: z.number(),
    reports: z.number(),
  },
  example: { level: 'province' },
  async run({ level, parent }, filters) {
    const [rows, size] = await Promise.all([places(filters), scopeSize(filters)]);
    const isAsked = (p: (typeof rows)[number]) =>
      (level === undefined || p.level === level) && (parent === undefined || p.parentCode === parent);
    return { rows: rows.filter(isAsked), denominators: size };
  },
});

export const sourceList = question({
  name: 'sources',
  path: '/sources',
  summary: 'Sources with at least one counted report',
  filters: [],
  row: { id: z.number().int(), name: z.string(), synthetic: z.boolean(), reports: z.number() },
  async run(_, filters) {
    const [rows, size] = await Promise.all([sources(), scopeSize(filters)]);
    return { rows: rows, denominators: size };
  },
});

export const eventList = question({
  name: 'events',
  path: '/events',
  summary: 'Congresses, plenums and sessions, for the annotation of charts',
  filters: ['from', 'until'],
  row: {
    day: z.string(),
    until: z.string().nullable(),
    name: z.string(),
    nameEn: z.string().nullable(),
    kind: z.string(),
  },
  example: { from: '2017', until: '2022' },
  async run(_, filters) {
    const first = filters.from ? `${filters.from}-01-01`.slice(0, 10) : FIRST_DAY;
    const last = filters.until ? `${filters.until}-12-31`.slice(0, 10) : LAST_DAY;
    const [rows, size] = await Promise.all([events(first, last), scopeSize(filters)]);
    return { rows: rows, denominators: size };
  },
});

export const documentList = question({
  name: 'documents',
  path: '/documents',
  summary: 'Documents with at least one report in scope, newest first',
  params: {
    text: text.describe('Part of the title; what was taken down is not found by it.'),
    lacking: z.enum(['date', 'place']).optional().describe('Only those that lack a date, or a place.'),
  },
  row: {
    id: z.string().describe('63 bits as a decimal string.'),
    title: z.string().describe('Empty where the document was taken down.'),
    source: z.string(),
    synthetic: z.boolean(),
    ...dated,
    issuer: z.string(),
    genre: z.string(),
    characters: z.number(),
    mentions: z.number(),
    hidden,
  },
  paging: 'own',
  isVolatile: true,
  example: { place: '330100', from: '2021' },
  async run(params, filters, { limit, after }) {
    const offset = readOffset(after);
    const query = { ...params, withHidden: true, limit: limit + 1, offset };
    const [rows, size] = await Promise.all([documents(filters, query), scopeSize(filters)]);
    return {
      rows: rows.slice(0, limit),
      denominators: size,
      next: rows.length > limit ? String(offset + limit) : null,
    };
  },
});

export const directiveList = question({
  name: 'directives',
  path: '/directives',
  summary: 'Numbered directive lists, newest first, with the heads of their items',
  params: {
    text: text.describe('Part of an item or of the lead-in.'),
    style: z.string().max(10).optional().describe('Marker style, such as 一是.'),
  },
  row: {
    documentId: z.string(),
    ordinal: z.number().int(),
    style: z.string(),
    lead: z.string(),
    paragraph: z.number().int(),
    numerals: z.array(z.number()),
    heads: z.array(z.string()).describe('Empty texts where the document was taken down.'),
    missing: z.array(z.number()),
    nested: z.boolean(),
    title: z.string().describe('Empty where the document was taken down.'),
    source: z.string(),
    synthetic: z.boolean(),
    ...dated,
    hidden,
  },
  paging: 'own',
  isVolatile: true,
  example: { text: '安全生产' },
  async run(params, filters, { limit, after }) {
    const offset = readOffset(after);
    const [rows, size] = await Promise.all([
      directiveLists(filters, { ...params, withHidden: true, limit: limit + 1, offset }),
      scopeSize(filters),
    ]);
    return {
      rows: rows.slice(0, limit).map(({ items, ...r }) => ({
        ...r,
        numerals: items.map((i) => i.numeral),
        heads: items.map((i) => i.head),
        missing: [...r.missing],
        placePath: [...r.placePath],
      })),
      denominators: size,
      next: rows.length > limit ? String(offset + limit) : null,
    };
  },
});
