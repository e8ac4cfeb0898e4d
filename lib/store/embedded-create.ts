import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { adviceFor, DatabaseError, useOwnServer } from './database-error';
import type { Binaries } from './embedded-binaries';
import { isThere, layout, readIfThere } from './embedded-folder';
import { handOver, type Identity, runAs } from './embedded-process';

/** The last lines of what a program printed: what it says at the start is rarely the reason. */
export function lastLines(text: string): string {
  return text.trim().split('\n').slice(-6).join('\n');
}

/** Makes a folder and those above it, one by one: Node's own way goes round for ever where a file system refuses (/proc). */
export function makeFolders(folder: string): void {
  if (isThere(folder)) return;
  makeFolders(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another starter was faster
  }
}

/** Makes a new cluster beside its place and renames it there: safe against other starters and against a kill. */
export async function createCluster(folder: string, programs: Binaries, identity: Identity): Promise<void> {
  const draft = `${folder}.${process.pid}-${randomBytes(3).toString('hex')}`;
  const files = layout(draft);
  try {
    makeFolders(dirname(folder));
    mkdirSync(draft, { mode: 0o700 });
    await chmod(draft, 0o700); // of a new folder the umask has its say
    writeFileSync(files.password, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
    handOver(draft, identity);
    const common = ['-D', files.data, '-U', 'tifa', `--pwfile=${files.password}`, '--auth=scram-sha-256'];
    const quiet = [
      '-E',
      'UTF8',
      '--no-instructions',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ];
    // The builtin provider sorts alike everywhere; libc's ctype is what text search and trigrams still ask.
    await runAs(identity, programs.initdb, [...common, ...quiet, '--locale=C.UTF-8']).catch((error) => {
      if (!/invalid locale/.test(String(error))) throw error;
      return runAs(identity, programs.initdb, [...common, ...quiet, '--locale=C']);
    });
    appendFileSync(join(files.data, 'postgresql.conf'), "\ninclude_if_exists = 'tifa.conf'\n");
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (isThere(layout(folder).data)) return; // another starter was faster
    const output = String(error);
    throw new DatabaseError(
      `The embedded database cannot be made in ${folder}: ${lastLines(output)}\nWhat to do: ${adviceFor(output)}.`,
    );
  }
}

/** Throws a DatabaseError where the cluster is another user's or another version's. */
export function checkCluster(folder: string, programs: Binaries): void {
  const uid = process.getuid?.();
  const owner = statSync(/* turbopackIgnore: true */ folder);
  if (uid !== undefined && uid !== 0 && owner.uid !== uid) {
    throw new DatabaseError(
      `The database in ${folder} belongs to another user (uid ${owner.uid}). What to do: start it as that user, or set TIFA_DATA to a folder of your own.`,
    );
  }
  const major = readIfThere(join(layout(folder).data, 'PG_VERSION')).trim();
  if (major !== programs.major) {
    throw new DatabaseError(
      `The database in ${folder} was made by PostgreSQL ${major || '(unknown)'}; this program brings ${programs.major}. ` +
        `What to do: move the folder away and ingest anew, or ${useOwnServer}.`,
    );
  }
}
