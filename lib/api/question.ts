import { z } from 'zod';
import { type Filters, filterSchema } from '@/lib/filters';
import type { Example } from './example';

/** What a cell of a row may hold: rows are flat, so that JSON and CSV say the same. */
export type Cell = string | number | boolean | null | readonly (string | number)[];
export type Row = Readonly<Record<string, Cell>>;

export interface Page {
  readonly limit: number;
  /** What the question's own `next` said; undefined for the first page. */
  readonly after: string | undefined;
}

export interface Denominators {
  readonly reports: number;
  readonly characters?: number;
}

export interface Answer<R> {
  readonly rows: readonly R[];
  /** What all of it is measured against: reports, and where they matter characters, of the scope. */
  readonly denominators: Denominators;
  /** What the rows are about, and numbers that stand beside them. */
  readonly about?: Readonly<Record<string, unknown>>;
  /** Codes that hold for the whole answer; docs/api.md says what each means. */
  readonly warnings?: readonly string[];
  /** Opaque; null on the last page. */
  readonly next?: string | null;
}

/** Whether all rows come at once and are cut here, or the question pages by itself. */
export type Paging = 'whole' | 'own';

export interface Question {
  readonly name: string;
  /** Below /api/v1, with parameters in braces. */
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  /** Parameters besides the filters; those in the path among them. */
  readonly params: z.ZodObject;
  /** Filters that it heeds; the others are refused rather than ignored. */
  readonly filters: readonly (keyof Filters)[];
  readonly row: z.ZodObject;
  readonly paging: Paging;
  /** May change without the data: a document is taken down, a count is finished. Then caches have to ask each time. */
  readonly isVolatile: boolean;
  /** `{document}` and its like stand for numbers of the data at hand. */
  readonly example: Example;
  run(params: Readonly<Record<string, unknown>>, filters: Filters, page: Page): Promise<Answer<Row> | null>;
}

/** A row as its schema describes it, with lists that need not be changeable; more than that is left out. */
type RowOf<R extends z.ZodRawShape> = {
  readonly [K in keyof z.infer<z.ZodObject<R>>]: z.infer<z.ZodObject<R>>[K] extends readonly (infer E)[]
    ? readonly E[]
    : z.infer<z.ZodObject<R>>[K];
};

interface Spec<P extends z.ZodRawShape, R extends z.ZodRawShape> {
  readonly name: string;
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly params?: P;
  readonly filters?: readonly (keyof Filters)[];
  readonly row: R;
  readonly paging?: Paging;
  readonly isVolatile?: boolean;
  readonly example?: Example;
  /** Null where what the path names does not exist. */
  run(params: z.infer<z.ZodObject<P>>, filters: Filters, page: Page): Promise<Answer<RowOf<R>> | null>;
}

/** All filters but `by` and `measure`, which only series heed. */
export const SCOPE = ['from', 'until', 'place', 'own', 'source', 'issuer', 'genre', 'copies'] as const;
export const SERIES = [...SCOPE, 'by'] as const;
/** Where the question names its places itself. */
export const NO_PLACE = ['from', 'until', 'source', 'issuer', 'genre', 'copies'] as const;

/** Defines a question; its parameters reach `run` parsed. */
export function question<P extends z.ZodRawShape, R extends z.ZodRawShape>(spec: Spec<P, R>): Question {
  const params = z.object(spec.params ?? ({} as P));
  return {
    name: spec.name,
    path: spec.path,
    summary: spec.summary,
    description: spec.description ?? '',
    params,
    filters: spec.filters ?? SCOPE,
    row: z.object(spec.row),
    paging: spec.paging ?? 'whole',
    isVolatile: spec.isVolatile ?? false,
    example: spec.example ?? {},
    // The handler parses with this very schema before it runs the question.
    run: (given, filters, page) =>
      spec.run(given as z.infer<typeof params>, filters, page) as Promise<Answer<Row> | null>,
  };
}

/** Names of the parameters in a path. */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '');
}

const DESCRIPTIONS: Record<keyof Filters, string> = {
  from: 'First year, month or day, included: 2020, 2020-03, 2020-03-15.',
  until: 'Last year, month or day, included.',
  place: 'Place code (GB/T 2260); with the places below it.',
  own: '1: reports of the place itself only, without those below it.',
  source: 'Number of a source (see /sources).',
  issuer: 'Issuing body.',
  genre: 'Genre of the report.',
  copies:
    'once: a text that several documents of a place repeat within a month counts once; all: every copy counts.',
  by: 'Bucket of the series; left out, it follows from the length of the period.',
  measure: 'share: of reports that hold it; million: mentions per million characters; mentions: how many.',
};

/** The filters as documented parameters; the schemas are those of the pages. */
export function filterShape(names: readonly (keyof Filters)[]): z.ZodRawShape {
  return Object.fromEntries(names.map((n) => [n, filterSchema.shape[n].describe(DESCRIPTIONS[n])]));
}
