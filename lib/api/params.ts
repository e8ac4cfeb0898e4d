import { z } from 'zod';
import { bound } from '@/lib/filters';
import { MOST_SMOOTHING } from '@/lib/stats/smoothing';

/** Parameters that several questions share. */

export const slogan = z
  .string()
  .min(1)
  .max(200)
  .describe(
    'A slogan, by its number, its canonical form or one of its variants; a name of digits alone in quotation marks: “1310”.',
  );

const CODE = /^\d{6}$/;

/** A list of place codes, divided by commas. */
export function placeList(least: number, most: number) {
  const expected = `${least} to ${most} place codes divided by commas, such as 440300,440600`;
  return z
    .string()
    .transform((text) => [...new Set(text.split(','))])
    .refine(
      (codes) => codes.length >= least && codes.length <= most && codes.every((c) => CODE.test(c)),
      expected,
    )
    .describe(`Places: ${expected}.`);
}

export const placeCode = z
  .string()
  .regex(CODE, 'a place code of six digits such as 440300')
  .describe('Place code (GB/T 2260).');

/** A list of slogans by number or wording, divided by commas. */
export function sloganNames(least: number, most: number) {
  return z
    .string()
    .transform((text) => [...new Set(text.split(/[,，]/).filter((s) => s !== ''))])
    .refine(
      (names) => names.length >= least && names.length <= most,
      `${least} to ${most} slogans divided by commas`,
    )
    .describe(`${least} to ${most} slogans, by number or wording, divided by commas.`);
}

/** How many rows a chart shows; `usual` unless told. */
export function top(most: number, usual: number) {
  return z.coerce
    .number()
    .int('a whole number')
    .min(1, 'from 1')
    .max(most, `at most ${most}`)
    .default(usual)
    .describe('How many.');
}

const saidText = z.string().max(200).optional();

/** Mentions said in one way; each may be left out. */
export const said = {
  variant: saidText.describe('Only mentions in this wording, as written.'),
  frame: saidText.describe('Only mentions that these words introduce; -: those without any.'),
  office: saidText.describe('Only mentions by the holder of this office, as written; -: those without any.'),
};

/** How many buckets before and after are averaged; 0: none, as it is. */
export const smooth = z.coerce
  .number()
  .int('a whole number')
  .min(0, 'from 0')
  .max(MOST_SMOOTHING, `at most ${MOST_SMOOTHING}`)
  .default(0)
  .describe(
    'Adds `smoothed`: the centred mean over ± so many buckets, cut at the ends. All other columns stay raw.',
  );

/** The same bounds as those of the filters. */
export const period = bound;

export const phrase = z
  .string()
  .min(2, 'a phrase of two characters or more')
  .max(200, 'a phrase of at most 200 characters')
  .describe(
    'A phrase of two characters or more; A B: both, A|B: any, -C: not, near(A,B,n): at most n characters between.',
  );

export const within = z
  .enum(['report', 'paragraph'])
  .default('report')
  .describe('Where the parts of a combination have to stand together.');

export const DEFAULT_LIMIT = 100;
/** CSV is for taking away: more of it at once. */
export const DEFAULT_LIMIT_CSV = 10_000;
export const MOST_LIMIT = 10_000;

/** Parameters of every question, besides its own. */
export const pageShape = {
  limit: z.coerce
    .number()
    .int('a whole number')
    .min(1, 'from 1')
    .max(MOST_LIMIT, `at most ${MOST_LIMIT}`)
    .optional()
    .describe(`Rows of a page; ${DEFAULT_LIMIT}, of CSV ${DEFAULT_LIMIT_CSV}, unless told.`),
  cursor: z.string().max(400).optional().describe('Where to go on: `next` of the page before.'),
  version: z.coerce
    .number()
    .int('a whole number')
    .min(0, 'from 0')
    .optional()
    .describe(
      'Data version that an earlier answer named: the answer then warns where the data have changed since.',
    ),
  format: z.enum(['json', 'csv']).optional().describe('As the header Accept, which it overrides.'),
};
