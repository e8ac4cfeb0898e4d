import { existsSync } from 'node:fs';
import { opendir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from './raw-document';

/** One thing to read: a file, or standard input as `-`. */
export interface InputFile {
  readonly path: string;
  readonly bytes: number | null;
}

const HIDDEN = /^\./;

/**
 * The files that the paths name, folders opened to all depths, in the order of names so that two readings of a
 * folder are the same. Hidden files inside folders are left out; a path that cannot be opened is a problem.
 */
export async function listInputs(
  paths: readonly string[],
): Promise<{ files: InputFile[]; problems: Problem[] }> {
  const files: InputFile[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    if (path === '-') files.push({ path, bytes: null });
    else if (isPattern(path)) await addMatches(path, files, problems);
    else {
      const before = files.length + problems.length;
      await addPath(path, files, problems);
      if (files.length + problems.length === before)
        problems.push({ input: path, line: null, code: 'no-match', detail: 'the folder holds no files' });
    }
  }
  return { files, problems };
}

/** A path with * ? or [ that no file is named by literally. */
function isPattern(path: string): boolean {
  return /[*?[]/.test(path) && !existsSync(path);
}

/** A pattern as an expression over whole paths: ** crosses folders, * and ? do not. */
export function patternToRegExp(pattern: string): RegExp {
  const parts = pattern.split(/(\*\*\/?|\*|\?|\[[^\]]*\])/);
  const source = parts.map((part) => {
    if (part.startsWith('**')) return part.endsWith('/') ? '(?:.*/)?' : '.*';
    if (part === '*') return '[^/]*';
    if (part === '?') return '[^/]';
    if (/^\[.*\]$/.test(part)) return part.replace(/^\[!/, '[^').replaceAll('\\', '\\\\');
    return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${source.join('')}$`, 'u');
}

/** Files below the part of a pattern that has no wildcards, as far as they match. */
async function addMatches(pattern: string, files: InputFile[], problems: Problem[]): Promise<void> {
  const fixed = pattern.slice(0, pattern.search(/[*?[]/));
  const root = fixed.slice(0, fixed.lastIndexOf('/') + 1);
  const matcher = patternToRegExp(pattern);
  const found: InputFile[] = [];
  await addPath(root === '' ? '.' : root, found, problems);
  const matching = found.filter((f) => matcher.test(f.path));
  files.push(...matching);
  if (matching.length === 0)
    problems.push({ input: pattern, line: null, code: 'no-match', detail: 'no file matches the pattern' });
}

const OPENED = /^\/(?:dev|proc\/[^/]+)\/fd\//;
const NO_FILE =
  'it is no file but a pipe, a socket or a device; what a program writes is read with - (standard input)';

/** @param above the folders that lead here, with links resolved: a link back to one of them is not followed */
async function addPath(
  path: string,
  files: InputFile[],
  problems: Problem[],
  above: readonly string[] = [],
): Promise<void> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) {
      const real = await realpath(path);
      if (above.includes(real)) return;
      const names: string[] = [];
      for await (const entry of await opendir(path)) if (!HIDDEN.test(entry.name)) names.push(entry.name);
      for (const name of names.sort()) await addPath(join(path, name), files, problems, [...above, real]);
    } else if (found.isFile()) files.push({ path, bytes: found.size });
    // What a shell opened for us (process substitution) has a writer; a pipe that lies somewhere may wait for one for ever.
    else if (found.isFIFO() && OPENED.test(path)) files.push({ path, bytes: null });
    else problems.push({ input: path, line: null, code: 'unreadable', detail: NO_FILE });
  } catch (error) {
    problems.push(unreadable(path, error));
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  ELOOP: 'its links lead in a circle',
  EISDIR: 'it is a folder',
};

/** A file system error as a problem that says what is wrong. */
export function unreadable(path: string, error: unknown): Problem {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return { input: path, line: null, code: 'unreadable', detail: REASONS[code] ?? message };
}
