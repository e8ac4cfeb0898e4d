import { z } from 'zod';
import type { Sample } from '@/lib/queries/kept-answers';
import { THIN_REPORTS } from '@/lib/stats/rates';
import { period } from '../params';

/** Filters that neither place nor period are. */
export const STRATA = ['source', 'issuer', 'genre', 'copies'] as const;

/** The columns that name a slogan. */
export const named = { id: z.number().int(), canonical: z.string(), kind: z.string(), listed: z.boolean() };

/** thin: a side with so few reports that its shares mean little. */
export function thin(...reports: readonly number[]): string[] {
  return Math.min(...reports) < THIN_REPORTS ? ['thin'] : [];
}

/** Numbers of a sample say so, until the exact ones are kept. */
export function sampled(sample: Sample | null): string[] {
  return sample ? ['sampled'] : [];
}

/** Two periods, the later one being A. */
export const periods = {
  aFrom: period.describe('First year, month or day of A.'),
  aUntil: period.describe('Last one, included.'),
  bFrom: period.describe('First year, month or day of B.'),
  bUntil: period.describe('Last one, included.'),
};

export const EXAMPLE_PERIODS = { aFrom: '2022', aUntil: '2022', bFrom: '2021', bUntil: '2021' };
