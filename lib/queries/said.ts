import { Prisma } from '@/generated/prisma/client';

/** What mentions are told apart by: wording as written, words that introduce the speech, office of the speaker. */
export const DRIFT_KINDS = ['variant', 'frame', 'office'] as const;
export type DriftKind = (typeof DRIFT_KINDS)[number];

/** Mentions of one wording, introduction or office; empty: without any. All that is given has to hold. */
export type Said = Partial<Readonly<Record<DriftKind, string | undefined>>>;

/** The value of each kind, of `mention m`. */
export const SAID_COLUMN: Readonly<Record<DriftKind, Prisma.Sql>> = {
  variant: Prisma.sql`m.surface`,
  frame: Prisma.sql`coalesce(m.frame, '')`,
  office: Prisma.sql`coalesce(m.office, '')`,
};

/** `mention m` is said so. */
export function isSaid(said: Said): Prisma.Sql {
  const conditions = DRIFT_KINDS.flatMap((kind) => {
    const value = said[kind];
    return value === undefined ? [] : [Prisma.sql`${SAID_COLUMN[kind]} = ${value}`];
  });
  return conditions.length === 0 ? Prisma.sql`TRUE` : Prisma.join(conditions, ' AND ');
}

/** Whether it narrows anything. */
export function isNarrowed(said: Said): boolean {
  return DRIFT_KINDS.some((kind) => said[kind] !== undefined);
}

/** Stands for the empty value in addresses, where an empty parameter is none. */
const NONE = '-';

/** What the parameters of an address narrow mentions to. */
export function saidOf(given: Said): Said {
  const value = (kind: DriftKind) => (given[kind] === NONE ? '' : given[kind]);
  return { variant: value('variant'), frame: value('frame'), office: value('office') };
}

/** A value for an address. */
export function saidParameter(value: string): string {
  return value === '' ? NONE : value;
}
