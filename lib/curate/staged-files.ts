import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '@/lib/store/project-root';
import { runProgram } from './run-command';

/** What can be uploaded, by the ending of its name. */
export const IMPORT_KINDS = ['txt', 'html', 'jsonl', 'csv'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
export const MOST_BYTES = 5 * 1024 * 1024;

const NAME = /^[0-9a-f]{32}\.(txt|html|jsonl|csv)$/;

const folder = () => join(/* turbopackIgnore: true */ dataFolder(), 'imports');

/** Puts an upload aside until it is looked at; the same bytes get the same name. */
export function stageFile(bytes: Uint8Array, kind: ImportKind): string {
  mkdirSync(folder(), { recursive: true, mode: 0o700 });
  const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.${kind}`;
  writeFileSync(join(/* turbopackIgnore: true */ folder(), name), bytes, { mode: 0o600 });
  return name;
}

/** The path of an upload that was put aside; null where there is none of that name. */
export function stagedPath(name: string): string | null {
  if (!NAME.test(name)) return null;
  const path = join(/* turbopackIgnore: true */ folder(), name);
  return existsSync(path) ? path : null;
}

/** Throws an upload away. */
export function dropStaged(name: string): void {
  const path = stagedPath(name);
  if (path) rmSync(path);
}

/** A document of an upload as it would be stored. */
export interface Previewed {
  readonly title: string;
  readonly text: string;
  readonly date: { readonly value: string; readonly confidence: number } | null;
  readonly place: { readonly path: readonly string[]; readonly confidence: number } | null;
  readonly mentions: readonly { readonly slogan: string; readonly start: number; readonly end: number }[];
  readonly lists: readonly { readonly lead: string; readonly items: readonly { readonly head: string }[] }[];
  readonly repairs: readonly unknown[];
  readonly notes: readonly { readonly code: string }[];
}

export interface Preview {
  readonly documents: readonly Previewed[];
  /** What could not be read, in the words of the reader. */
  readonly problems: readonly string[];
}

/** What would be found in an upload: the same extraction as at ingestion, nothing stored. */
export async function previewFile(path: string): Promise<Preview> {
  const { output, errors } = await runProgram('extract', ['--format', 'jsonl', path]);
  const lines = output.split('\n').filter(Boolean);
  return {
    documents: lines.map((line) => JSON.parse(line) as Previewed),
    problems: errors.split('\n').filter(Boolean),
  };
}
