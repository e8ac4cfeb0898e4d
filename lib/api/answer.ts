import { createHash } from 'node:crypto';
import { readOffset } from '@/lib/position';
import { dataSince } from '@/lib/queries/data-since';
import { type DataVersionRow, dataVersion } from '@/lib/queries/data-version';
import { referenceState } from '@/lib/queries/reference-state';
import { decodeCursor, encodeCursor } from './cursor';
import { problem } from './problem';
import type { Answer, Page, Question, Row } from './question';
import { type ReadRequest, readRequest } from './read-request';
import { csvOf, jsonOf } from './write-answer';

/** How a question is asked: the parameters of its path, and the request with its query and headers. */
export interface Asked {
  readonly question: Question;
  readonly path: Readonly<Record<string, string>>;
  readonly request: Request;
}

/** csv, json, or null where the sender takes neither. */
function accepted(request: Request): 'json' | 'csv' | null {
  const accept = request.headers.get('accept') ?? '*/*';
  if (/\btext\/csv\b/.test(accept)) return 'csv';
  return /\bapplication\/(json|\*)|\*\/\*|\btext\/html\b/.test(accept) ? 'json' : null;
}

function tagOf(...parts: readonly unknown[]): string {
  return `"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)}"`;
}

function matches(request: Request, tag: string): boolean {
  const given = request.headers.get('if-none-match');
  return given?.split(',').some((t) => t.trim() === '*' || t.trim().replace(/^W\//, '') === tag) ?? false;
}

function headersOf(question: Question, tag: string): Record<string, string> {
  return {
    etag: tag,
    'cache-control': question.isVolatile ? 'no-cache' : 'public, max-age=60, stale-while-revalidate=600',
    vary: 'Accept',
    'access-control-expose-headers': 'ETag, Link, Retry-After',
  };
}

/** The page asked for; null for a cursor that cannot be gone on from. */
function pageOf(asked: ReadRequest, version: number): Page | 'invalid' | 'stale' {
  if (asked.cursor === undefined) return { limit: asked.limit, after: undefined };
  const cursor = decodeCursor(asked.cursor);
  if (!cursor) return 'invalid';
  return cursor.version === version ? { limit: asked.limit, after: cursor.after } : 'stale';
}

const badCursor = (given: string) =>
  problem('invalid-parameters', {
    parameters: [{ name: 'cursor', given, expected: '`next` of the page before' }],
  });

/** Asks the question, and cuts its rows to the page where it does not page by itself. */
async function runPage(question: Question, asked: ReadRequest, page: Page): Promise<Answer<Row> | null> {
  if (question.paging === 'own') return question.run(asked.params, asked.filters, page);
  const answer = await question.run(asked.params, asked.filters, page);
  if (!answer) return null;
  const from = readOffset(page.after);
  const until = from + page.limit;
  return {
    ...answer,
    rows: answer.rows.slice(from, until),
    next: until < answer.rows.length ? String(until) : null,
    about: { ...answer.about, totalRows: answer.rows.length },
  };
}

function nextLink(request: Request, next: string): string {
  const url = new URL(request.url);
  url.searchParams.set('cursor', next);
  return `<${url.pathname}${url.search}>; rel="next"`;
}

async function write(
  { question, request }: Asked,
  asked: ReadRequest,
  found: Answer<Row>,
  state: DataVersionRow,
  tag: string,
): Promise<Response> {
  const since = asked.version === undefined ? null : await dataSince(asked.version);
  const next = found.next ? encodeCursor({ version: state.version, after: found.next }) : null;
  const answer = { ...found, next };
  const csv = asked.format === 'csv';
  const body = csv
    ? csvOf(question, answer, state.version)
    : JSON.stringify(jsonOf(question, asked, answer, { ...state, since }));
  // Where more than the data decides, only the answer itself tells whether it is still the same.
  const bodyTag = question.isVolatile ? tagOf(body) : tag;
  const headers: Record<string, string> = {
    ...headersOf(question, bodyTag),
    'content-type': csv ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8',
    ...(csv && { 'content-disposition': `attachment; filename="${question.name}-v${state.version}.csv"` }),
    ...(next && { link: nextLink(request, next) }),
  };
  if (question.isVolatile && matches(request, bodyTag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}

/** Answers a question as JSON or CSV, or with a problem that says what to change. */
export async function answerQuestion(all: Asked): Promise<Response> {
  const { question, path, request } = all;
  const query = new URL(request.url).searchParams;
  const accept = accepted(request);
  if (!accept && !query.has('format')) return problem('not-acceptable');
  const asked = readRequest(question, path, query, accept ?? 'json');
  if (!('canonical' in asked)) return problem('invalid-parameters', { parameters: asked });
  const [state, reference] = await Promise.all([dataVersion(), referenceState()]);
  const page = pageOf(asked, state.version);
  if (page === 'invalid') return badCursor(asked.cursor ?? '');
  if (page === 'stale') return problem('stale-cursor');
  const tag = tagOf(state.version, reference, asked.canonical);
  if (!question.isVolatile && matches(request, tag))
    return new Response(null, { status: 304, headers: headersOf(question, tag) });
  const answer = await runPage(question, asked, page).catch((error: unknown) => {
    if (error instanceof TypeError && /cursor/.test(error.message)) return 'bad-cursor' as const;
    throw error;
  });
  if (answer === 'bad-cursor') return badCursor(asked.cursor ?? '');
  if (!answer) return problem('not-found');
  return write(all, asked, answer, state, tag);
}
