import type { Cell, Question, Row } from './question';
import { readRequest } from './read-request';
import { findQuestion } from './registry';
import { csvOf } from './write-answer';

/** So many rows of a question that answers by pages are put into one table. */
const MOST_ROWS = 20_000;

/** All rows of an address of the API as one table. */
export interface WholeTable {
  readonly question: Question;
  readonly csv: string;
  readonly rows: number;
  readonly reports: number;
  /** Of the whole answer, and of its rows with how many they are. */
  readonly warnings: readonly string[];
  readonly doubtful: Readonly<Record<string, number>>;
}

function isList(cell: Cell | undefined): cell is readonly (string | number)[] {
  return typeof cell === 'object' && cell !== null;
}

function doubtsOf(rows: readonly Row[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { warnings } of rows)
    for (const w of isList(warnings) ? warnings : []) found[w] = (found[w] ?? 0) + 1;
  return found;
}

/**
 * The rows behind an address below /api/v1, as the CSV that it answers with, pages put together; null where what it
 * names does not exist.
 * @throws for an address that is not one of ours
 */
export async function wholeTable(address: string, version: number): Promise<WholeTable | null> {
  const url = new URL(address, 'http://localhost');
  const segments = url.pathname.split('/').slice(3).map(decodeURIComponent);
  const found = findQuestion(segments);
  const asked = found && readRequest(found.question, found.path, url.searchParams, 'csv');
  if (!found || !asked || !('canonical' in asked))
    throw new Error(`${address} is no question: ${JSON.stringify(asked)}`);
  const { question } = found;
  const page = { limit: asked.limit, after: undefined };
  const first = await question.run(asked.params, asked.filters, page);
  if (!first) return null;
  const rows = [...first.rows];
  for (let next = first.next; next && rows.length < MOST_ROWS; ) {
    const more = await question.run(asked.params, asked.filters, { ...page, after: next });
    rows.push(...(more?.rows ?? []));
    next = more?.next ?? null;
  }
  return {
    question,
    csv: csvOf(question, { ...first, rows }, version),
    rows: rows.length,
    reports: first.denominators.reports,
    warnings: first.warnings ?? [],
    doubtful: doubtsOf(rows),
  };
}
