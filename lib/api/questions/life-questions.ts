import { z } from 'zod';
import { adoption } from '@/lib/queries/adoption';
import { dispersion } from '@/lib/queries/dispersion';
import { life } from '@/lib/queries/life';
import { LIFE_EVENTS } from '@/lib/queries/life-of-series';
import { scopeSize } from '@/lib/queries/scope-size';
import { slogan } from '../params';
import { question } from '../question';
import { findSlogan } from './find-slogan';

const p = z.number().nullable();

export const sloganLife = question({
  name: 'life',
  path: '/slogans/{slogan}/life',
  summary:
    'What happened in the life of a slogan: debut, bursts, changes, silences, returns, peak, half-life, last use',
  description:
    'From monthly counts. Bursts after Kleinberg (batched, s = 2, γ = 1), changes by PELT on the arcsine of the root of the share, the trend by Mann and Kendall. A source that stops delivering is no silence: months without reports say nothing.',
  params: { slogan },
  row: {
    event: z.enum(LIFE_EVENTS),
    from: z.string().describe('First day of the first month.'),
    until: z.string().describe('First day of the last month, which is included.'),
    reports: z.number(),
    totalReports: z.number().describe('All reports of these months; of last: of the months since.'),
    before: p.describe('Share before a change.'),
    after: p.describe('Share after it.'),
    value: p.describe('Weight of a burst, natural logarithm; months of a half-life.'),
    p: p.describe('Probability of as long a silence by chance.'),
  },
  example: { slogan: '六稳' },
  async run(params, filters) {
    const entry = await findSlogan(params.slogan);
    if (!entry) return null;
    const [{ events, ...rest }, size] = await Promise.all([life(entry.id, filters), scopeSize(filters)]);
    return {
      rows: events,
      denominators: size,
      about: { slogan: entry.canonical, ...rest },
      warnings: rest.few ? ['few-mentions'] : [],
    };
  },
});

export const sloganAdoption = question({
  name: 'adoption',
  path: '/slogans/{slogan}/adoption',
  summary: 'Who took a slogan up when: first own use, lags, who never did, who stopped',
  description:
    'Of the own reports of each place that are dated to the day. Texts that another place had first, and mentions in paragraphs that another place or source had first, are no own use. about.curve: cumulative adoption with the Kaplan–Meier estimate, places being censored at their last report. about.shape: R at once, S slow-fast-slow, late.',
  params: { slogan },
  row: {
    code: z.string(),
    name: z.string(),
    path: z.array(z.string()),
    level: z.string(),
    state: z.enum(['adopted', 'relayed', 'never', 'too-few']),
    rank: z.number().nullable(),
    firstOwn: z.string().nullable(),
    first: z.string().nullable(),
    last: z.string().nullable(),
    lagFirst: z.number().nullable().describe('Days after the first mover.'),
    lagCentre: z.number().nullable().describe('Days after the national documents; negative: before.'),
    lagProvince: z.number().nullable().describe('Days after the province it lies in.'),
    reports: z.number(),
    totalReports: z.number(),
    reportsFrom: z.number(),
    reportsSince: z.number(),
    firstReport: z.string(),
    lastReport: z.string(),
    pSilent: z.number(),
    stopped: z.boolean(),
    warnings: z.array(z.string()),
  },
  example: { slogan: '四个意识' },
  async run(params, filters) {
    const entry = await findSlogan(params.slogan);
    if (!entry) return null;
    const [{ places, ...rest }, size] = await Promise.all([adoption(entry.id, filters), scopeSize(filters)]);
    return { rows: places, denominators: size, about: { slogan: entry.canonical, ...rest } };
  },
});

export const adoptionCurve = question({
  name: 'adoption-curve',
  path: '/slogans/{slogan}/adoption/curve',
  summary: 'How many places had taken a slogan up by each day on which one did',
  description:
    'Kaplan–Meier estimate; places are censored at their last report, and take part from the first use anywhere on.',
  params: { slogan },
  row: {
    day: z.string(),
    adopted: z.number().describe('Places that had by the end of that day.'),
    notYet: z.number().describe('Estimated share of places that had not.'),
    atRisk: z.number().describe('Places that had not before that day, and still had reports.'),
  },
  example: { slogan: '四个意识' },
  async run(params, filters) {
    const entry = await findSlogan(params.slogan);
    if (!entry) return null;
    const [{ curve, shape, firstMover }, size] = await Promise.all([
      adoption(entry.id, filters),
      scopeSize(filters),
    ]);
    return {
      rows: curve,
      denominators: size,
      about: { slogan: entry.canonical, shape, firstMover },
      warnings: curve.length < 2 ? ['few-mentions'] : [],
    };
  },
});

export const sloganDispersion = question({
  name: 'dispersion',
  path: '/slogans/{slogan}/dispersion',
  summary: 'How evenly a slogan is spread over places and over months (deviation of proportions)',
  params: { slogan },
  row: {
    over: z.enum(['place', 'month']),
    mentions: z.number(),
    parts: z.number(),
    partsWith: z.number(),
    dp: p.describe('0: as the parts are large; near 1: all in one small part. Null below five mentions.'),
    dpNorm: p,
  },
  example: { slogan: '高质量发展' },
  async run(params, filters) {
    const entry = await findSlogan(params.slogan);
    if (!entry) return null;
    const [rows, size] = await Promise.all([dispersion(entry.id, filters), scopeSize(filters)]);
    return { rows, denominators: size, about: { slogan: entry.canonical } };
  },
});
