import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type Cell = string | number | bigint | boolean | Date | Buffer | readonly (string | number)[] | null;

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeText(value: string): string {
  return /[\\\n\r\t]/.test(value) ? value.replace(/[\\\n\r\t]/g, (c) => ESCAPES[c] as string) : value;
}

function arrayLiteral(values: readonly (string | number)[]): string {
  const items = values.map((v) =>
    typeof v === 'number' ? String(v) : `"${v.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`,
  );
  return `{${items.join(',')}}`;
}

/** One cell in the text format of COPY. */
export function encodeCell(value: Cell): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  return escapeText(arrayLiteral(value as readonly (string | number)[]));
}

/** What COPY is told to fill: names of ours only, never of a user. */
export interface CopyTarget {
  readonly table: string;
  readonly columns: readonly string[];
}

const CHUNK = 1 << 20;

/**
 * Writes rows through COPY, ten times and more as fast as inserting them. Runs inside the caller's transaction.
 * @throws whatever Postgres says, with the connection still usable for ROLLBACK
 */
export async function copyRows(
  client: ClientBase,
  target: CopyTarget,
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = target.columns.map((c) => `"${c}"`).join(', ');
  const stream = client.query(copyFrom(`COPY "${target.table}" (${columns}) FROM STDIN`));
  const done = finished(stream);
  done.catch(() => undefined); // awaited below; a failure while we still write must not count as unhandled
  let chunk = '';
  for (const row of rows) {
    chunk += `${row.map(encodeCell).join('\t')}\n`;
    if (chunk.length >= CHUNK) {
      if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), done]);
      chunk = '';
    }
  }
  stream.end(chunk);
  await done;
}
