import { z } from 'zod';
import { chainOrder } from '@/lib/queries/chain-order';
import { closeCompanyOf } from '@/lib/queries/close-company';
import { company } from '@/lib/queries/company';
import { drift } from '@/lib/queries/drift';
import { DRIFT_KINDS } from '@/lib/queries/said';
import { scopeSize } from '@/lib/queries/scope-size';
import { succession } from '@/lib/queries/succession';
import { slogan, sloganNames, within } from '../params';
import { question, SERIES } from '../question';
import { findSlogan, findSlogans } from './find-slogan';
import { sampled } from './shared-columns';

export const sloganCompany = question({
  name: 'company',
  path: '/slogans/{slogan}/company',
  summary:
    'Which slogans stand in the same reports or paragraphs, how much more than chance has it, and which first',
  params: {
    slogan,
    within,
    closest: z.coerce
      .number()
      .int('a whole number')
      .min(1, 'from 1')
      .max(200, 'at most 200')
      .optional()
      .describe('Only so many that stand together more often than chance has it (q < 0.05); else all.'),
  },
  row: {
    id: z.number().int(),
    canonical: z.string(),
    kind: z.string(),
    listed: z.boolean(),
    together: z.number().describe('Reports that hold both.'),
    low95: z
      .number()
      .describe('95 % interval of together, where it is estimated from a sample; else the same.'),
    high95: z.number(),
    reports: z.number().describe('Reports that hold this one.'),
    before: z.number().describe('Of those that hold both: reports that say the slogan asked about first.'),
    pmi: z.number(),
    npmi: z.number(),
    logLikelihood: z.number().describe('Negative where they avoid each other.'),
    p: z.number(),
    q: z.number(),
  },
  example: { slogan: '六稳', within: 'paragraph' },
  async run(params, filters) {
    const entry = await findSlogan(params.slogan);
    if (!entry) return null;
    const found = await company(entry.id, filters, params.within);
    const { reports, totalReports, sample } = found;
    return {
      rows: params.closest === undefined ? found.rows : closeCompanyOf(found, params.closest),
      denominators: { reports: totalReports },
      about: { slogan: entry.canonical, reports, sample },
      warnings: sampled(sample),
    };
  },
});

export const sloganSuccession = question({
  name: 'succession',
  path: '/slogans/{slogan}/succession/{other}',
  summary: 'Whether one slogan took the place of another, and when; or keeps it company',
  params: { slogan, other: slogan },
  row: {
    bucket: z.string().describe('First day of the month.'),
    reports: z.number().describe('Reports that hold the first.'),
    other: z.number().describe('Reports that hold the second.'),
    both: z.number(),
    totalReports: z.number(),
  },
  example: { slogan: '外防输入、内防扩散', other: '外防输入、内防反弹' },
  async run(params, filters) {
    const [first, second] = [await findSlogan(params.slogan), await findSlogan(params.other)];
    if (!first || !second) return null;
    const { months, ...verdict } = await succession(first.id, second.id, filters);
    return {
      rows: months,
      denominators: await scopeSize(filters),
      about: { slogan: first.canonical, other: second.canonical, ...verdict },
      warnings: [...(verdict.verdict === 'too-few' ? ['few-mentions'] : []), ...sampled(verdict.sample)],
    };
  },
});

export const sloganDrift = question({
  name: 'drift',
  path: '/slogans/{slogan}/drift',
  summary:
    'The series of a slogan split by wording, by the words that introduce it, or by the office of the speaker',
  params: {
    slogan,
    split: z.enum(DRIFT_KINDS).default('variant').describe('What the mentions are told apart by.'),
  },
  filters: SERIES,
  row: {
    bucket: z.string(),
    value: z.string().nullable().describe('Empty: none. Null: all that are not shown apart.'),
    mentions: z.number(),
    share: z.number(),
    total: z.number(),
  },
  example: { slogan: '四个意识', split: 'frame', by: 'year' },
  async run(params, filters) {
    const entry = await findSlogan(params.slogan);
    if (!entry) return null;
    const [{ rows, ...about }, size] = await Promise.all([
      drift(entry.id, filters, params.split),
      scopeSize(filters),
    ]);
    return {
      rows,
      denominators: size,
      about: { slogan: entry.canonical, ...about },
      warnings: sampled(about.sample),
    };
  },
});

const MOST = 8;

export const chains = question({
  name: 'chains',
  path: '/chains',
  summary: 'In which order paragraphs recite several slogans, by bucket',
  params: {
    slogans: sloganNames(2, MOST),
  },
  filters: SERIES,
  row: {
    bucket: z.string(),
    order: z.array(z.string()),
    paragraphs: z.number(),
    share: z.number().describe('Of the paragraphs of the bucket that say at least two of them.'),
    total: z.number(),
  },
  example: { slogans: '四个意识,四个自信,两个维护', by: 'year' },
  async run(params, filters) {
    const entries = await findSlogans(params.slogans);
    if (!entries) return null;
    const names = new Map(entries.map((e) => [e.id, e.canonical]));
    const [{ grain, rows, sample }, size] = await Promise.all([
      chainOrder([...names.keys()], filters),
      scopeSize(filters),
    ]);
    return {
      rows: rows.map((r) => ({ ...r, order: r.order.map((id) => names.get(id) ?? String(id)) })),
      denominators: size,
      about: { grain, sample },
      warnings: sampled(sample),
    };
  },
});
