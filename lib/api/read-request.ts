import { z } from 'zod';
import { type Filters, filterSchema, periodOf } from '@/lib/filters';
import { DEFAULT_LIMIT, DEFAULT_LIMIT_CSV, pageShape } from './params';
import type { InvalidParameter } from './problem';
import { filterShape, pathParameters, type Question } from './question';

export interface ReadRequest {
  readonly params: Readonly<Record<string, unknown>>;
  readonly filters: Filters;
  readonly limit: number;
  readonly cursor: string | undefined;
  /** The data version that the sender knows. */
  readonly version: number | undefined;
  readonly format: 'json' | 'csv';
  /** Everything that was asked for, in one order: equal questions have equal texts. */
  readonly canonical: string;
}

/** What only says how to show a view: taken from the address of a page it is not wrong, and changes no rows. */
const SHOWN = ['by', 'measure', 'lang'];

/** The schema of everything that a question may be given, path and query. */
export function requestSchema(question: Question): z.ZodObject {
  return z.object({ ...question.params.shape, ...filterShape(question.filters), ...pageShape });
}

function unknownParameters(
  given: Readonly<Record<string, string>>,
  known: readonly string[],
): InvalidParameter[] {
  return Object.keys(given)
    .filter((name) => !known.includes(name))
    .map((name) => ({ name, given: given[name] ?? '', expected: `one of ${known.join(', ')}` }));
}

function asFilters(value: Readonly<Record<string, unknown>>): Filters {
  const names = Object.keys(filterSchema.shape);
  return filterSchema.parse(
    Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name))),
  );
}

/** Reads path and query of a request, or says everything that is wrong with them. */
export function readRequest(
  question: Question,
  path: Readonly<Record<string, string>>,
  query: URLSearchParams,
  accept: 'json' | 'csv',
): ReadRequest | readonly InvalidParameter[] {
  const schema = requestSchema(question);
  const inPath = pathParameters(question.path);
  const inQuery = Object.fromEntries(
    [...query].filter(([name, value]) => value !== '' && (name in schema.shape || !SHOWN.includes(name))),
  );
  const given = { ...inQuery, ...path };
  const wrong = unknownParameters(
    inQuery,
    Object.keys(schema.shape).filter((name) => !inPath.includes(name)),
  );
  for (const [name, value] of Object.entries(given))
    if (value.includes('\0')) wrong.push({ name, given: value, expected: 'text without the character NUL' });
  const parsed = schema.safeParse(given);
  if (!parsed.success)
    for (const issue of parsed.error.issues) {
      const name = String(issue.path[0]);
      const missing = given[name] === undefined ? ' (it is missing)' : '';
      wrong.push({ name, given: given[name] ?? '', expected: `${issue.message}${missing}` });
    }
  if (!parsed.success || wrong.length > 0) return wrong;
  const value = parsed.data as Record<string, unknown>;
  const filters = asFilters(value);
  const { start, end } = periodOf(filters);
  if (start >= end)
    return [{ name: 'until', given: filters.until ?? '', expected: `not before from (${filters.from})` }];
  const format = (value.format as 'json' | 'csv' | undefined) ?? accept;
  const limit = (value.limit as number | undefined) ?? (format === 'csv' ? DEFAULT_LIMIT_CSV : DEFAULT_LIMIT);
  const asked = Object.entries({ ...value, format, limit }).filter(([, v]) => v !== undefined);
  return {
    params: Object.fromEntries(Object.keys(question.params.shape).map((name) => [name, value[name]])),
    filters,
    limit,
    cursor: value.cursor as string | undefined,
    version: value.version as number | undefined,
    format,
    canonical: JSON.stringify([question.name, asked.sort(([a], [b]) => (a < b ? -1 : 1))]),
  };
}
