import { toCsv } from '@/lib/format/csv';
import type { DataSince } from '@/lib/queries/data-since';
import type { DataVersionRow } from '@/lib/queries/data-version';
import type { Answer, Cell, Question, Row } from './question';
import type { ReadRequest } from './read-request';

const snake = (name: string) => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

function csvCell(value: Cell | undefined): string | number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'object' ? value.join(';') : value;
}

/**
 * Rows as CSV: the columns of the row, then in every row the data version and the denominators of the scope, so that a
 * line that is copied elsewhere still says what it was measured against.
 */
export function csvOf(question: Question, answer: Answer<Row>, version: number): string {
  const columns = Object.keys(question.row.shape);
  const scope = Object.entries(answer.denominators);
  const header = [...columns.map(snake), 'data_version', ...scope.map(([name]) => `scope_${snake(name)}`)];
  const rest = [version, ...scope.map(([, n]) => n)];
  return toCsv(
    header,
    answer.rows.map((row) => [...columns.map((c) => csvCell(row[c])), ...rest]),
  );
}

/** The whole answer as an object: what was asked, of which data, measured against what, and the rows. */
export function jsonOf(
  question: Question,
  asked: ReadRequest,
  answer: Answer<Row>,
  state: DataVersionRow & { readonly since: DataSince | null },
): Record<string, unknown> {
  const columns = Object.keys(question.row.shape);
  const hasChanged = asked.version !== undefined && asked.version !== state.version;
  const heeded = Object.fromEntries(question.filters.map((name) => [name, asked.filters[name]]));
  return {
    question: question.name,
    dataVersion: state.version,
    publishedAt: state.publishedAt?.toISOString() ?? null,
    synthetic: state.synthetic,
    parameters: asked.params,
    filters: heeded,
    denominators: answer.denominators,
    warnings: [...(answer.warnings ?? []), ...(hasChanged ? ['data-changed'] : [])],
    ...(state.since && { changedSince: state.since }),
    ...(answer.about && { about: answer.about }),
    rows: answer.rows.map((row) => Object.fromEntries(columns.map((c) => [c, row[c] ?? null]))),
    next: answer.next ?? null,
  };
}
