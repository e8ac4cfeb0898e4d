import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Columns } from '../csv';
import { parseDocument } from '../parse-document';
import { readFile } from '../read-file';

/**
 * Gives a test file a function that writes a file and tells what reading it gives, as short strings:
 * `line:title|date|url|text`, or `line!code` for a problem.
 */
export function fileReader(): (
  name: string,
  content: string | Uint8Array,
  columns?: Columns,
) => Promise<string[]> {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tifa-formats-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return async (name, content, columns = {}) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    const found: string[] = [];
    for await (const item of readFile(path, { columns })) {
      const parsed = 'problem' in item ? item : parseDocument(item.document, null);
      const line = 'problem' in item ? item.problem.line : item.document.line;
      if ('problem' in parsed) found.push(`${line ?? ''}!${parsed.problem.code}`);
      else {
        const { title, date, url, text } = parsed.input;
        found.push(`${line ?? ''}:${[title, date, url, text.trim()].map((v) => v ?? '').join('|')}`);
      }
    }
    return found;
  };
}
