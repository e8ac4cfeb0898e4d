import { z } from 'zod';

export const GRAINS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Grain = (typeof GRAINS)[number];
export const MEASURES = ['share', 'million', 'mentions'] as const;
/** share: of reports that hold the slogan; million: mentions per million characters; mentions: how many. */
export type Measure = (typeof MEASURES)[number];
export const ISSUERS = ['party', 'government', 'congress', 'cppcc', 'department', 'medium'] as const;
export const GENRES = ['meeting', 'report', 'notice', 'news', 'speech'] as const;

function isRealDay(bound: string): boolean {
  const day = firstDay(bound);
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** A year, month or day of an address. */
export const bound = z
  .string()
  .refine(
    (s) => /^(19|20|21)\d\d(-\d\d(-\d\d)?)?$/.test(s) && isRealDay(s),
    'a year, month or day such as 2021, 2021-03 or 2021-03-15',
  );
const code = z.string().regex(/^\d{6}$/, 'a place code of six digits such as 440300');

/** The greatest number that Postgres keeps in four bytes. */
const MAX_INT = 2_147_483_647;

/** One schema for pages, controls and /api/v1; the names are those of the URL. */
export const filterSchema = z.object({
  /** First and last year, month or day, both included. */
  from: bound.optional(),
  until: bound.optional(),
  /** Reports of this place and of those below it. */
  place: code.optional(),
  /** 1: without those below it. */
  own: z.enum(['1']).optional(),
  source: z.coerce
    .number()
    .int()
    .positive('the number of a source')
    .max(MAX_INT, 'the number of a source')
    .optional(),
  issuer: z.enum(ISSUERS).optional(),
  genre: z.enum(GENRES).optional(),
  /** once: a text that several documents of a place repeat within a month counts once. */
  copies: z.enum(['once', 'all']).default('once'),
  /** Bucket of time series; left out, it follows from the length of the period. */
  by: z.enum(GRAINS).optional(),
  measure: z.enum(MEASURES).default('share'),
});

export type Filters = z.infer<typeof filterSchema>;

export interface FilterProblem {
  readonly parameter: string;
  readonly given: string;
  readonly expected: string;
}

export interface ParsedFilters {
  readonly filters: Filters;
  readonly problems: readonly FilterProblem[];
}

export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A parameter given several times counts with its last value; an empty one is none. */
export function oneValue(value: string | readonly string[] | undefined): string | undefined {
  const last = typeof value === 'string' || value === undefined ? value : value[value.length - 1];
  return last === '' ? undefined : last;
}

/**
 * Reads the filters out of a URL. What cannot be read is reported and left out, so that a page can say so and
 * still show something, and the API can answer 400. Parameters that are no filters are ignored.
 */
export function parseFilters(params: SearchParams): ParsedFilters {
  const given: Record<string, string> = {};
  for (const name of Object.keys(filterSchema.shape)) {
    const value = oneValue(params[name]);
    if (value !== undefined) given[name] = value;
  }
  const problems: FilterProblem[] = [];
  let result = filterSchema.safeParse(given);
  if (!result.success) {
    for (const issue of result.error.issues) {
      const parameter = String(issue.path[0]);
      problems.push({ parameter, given: given[parameter] ?? '', expected: issue.message });
    }
    for (const p of problems) delete given[p.parameter];
    result = filterSchema.safeParse(given);
  }
  const filters = filterSchema.parse(result.data ?? {});
  const { from, until } = filters;
  if (from && until && periodOf({ from, until }).start >= periodOf({ from, until }).end) {
    problems.push({ parameter: 'until', given: until, expected: `not before from (${from})` });
    return { filters: { ...filters, until: undefined }, problems };
  }
  return { filters, problems };
}

/** The filters as a query string without `?`; what equals the default is left out, so that equal views have equal URLs. */
export function formatFilters(
  filters: Partial<Filters>,
  more: Readonly<Record<string, string | undefined>> = {},
): string {
  const params = new URLSearchParams();
  for (const name of Object.keys(filterSchema.shape) as (keyof Filters)[]) {
    const value = filters[name];
    if (value === undefined || value === DEFAULTS[name]) continue;
    params.set(name, String(value));
  }
  for (const [name, value] of Object.entries(more))
    if (value !== undefined && value !== '') params.set(name, value);
  return params.toString();
}

const DEFAULTS: Partial<Filters> = filterSchema.parse({});

/** Days, `start` included and `end` not; open ends are the first and last days that are stored. */
export interface Period {
  readonly start: string;
  readonly end: string;
}

export const FIRST_DAY = '1900-01-01';
export const LAST_DAY = '2200-01-01';

function nextDay(day: string, unit: 'day' | 'month' | 'year'): string {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number];
  const next = new Date(
    Date.UTC(y + (unit === 'year' ? 1 : 0), m - 1 + (unit === 'month' ? 1 : 0), d + (unit === 'day' ? 1 : 0)),
  );
  return next.toISOString().slice(0, 10);
}

const UNIT = { 4: 'year', 7: 'month', 10: 'day' } as const;
const REST = '-01-01';

/** The first day of a year, month or day. */
function firstDay(bound: string): string {
  return bound + REST.slice(bound.length - 4);
}

/** The period of the filters; `until` is included: 2021 ends before 2022-01-01. */
export function periodOf(filters: Pick<Filters, 'from' | 'until'>): Period {
  const { from, until } = filters;
  return {
    start: from ? firstDay(from) : FIRST_DAY,
    end: until ? nextDay(firstDay(until), UNIT[until.length as keyof typeof UNIT]) : LAST_DAY,
  };
}
