import { execFile, execFileSync } from 'node:child_process';
import { chownSync, existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const nobody = 65534;
const asNobody = ['-U', `--map-user=${nobody}`, `--map-group=${nobody}`];

/** As whom the server runs: as we are, inside a user namespace in which root is nobody, or as another user. */
export type Identity = { kind: 'self' } | { kind: 'namespace' } | { kind: 'user'; uid: number; gid: number };

/**
 * Postgres refuses to run as root. As root: the owner of the folder where that is somebody else; else a user
 * namespace, which changes no ownership and works below /root; else, as in most containers, uid 65534.
 */
export async function identityFor(folder: string): Promise<Identity> {
  if (process.getuid?.() !== 0)
    return hasName() || !(await canUnshare()) ? { kind: 'self' } : { kind: 'namespace' };
  if (existsSync(/* turbopackIgnore: true */ folder)) {
    const { uid, gid } = statSync(/* turbopackIgnore: true */ folder);
    if (uid !== 0) return { kind: 'user', uid, gid };
  }
  return (await canUnshare()) ? { kind: 'namespace' } : { kind: 'user', uid: nobody, gid: nobody };
}

/** Whether our user id has a name, which initdb insists on; `docker run --user 1234` gives one that has none. */
function hasName(): boolean {
  try {
    userInfo();
    return true;
  } catch {
    return false;
  }
}

function canUnshare(): Promise<boolean> {
  return run('unshare', [...asNobody, 'true']).then(
    () => true,
    () => false,
  );
}

/** Hands a folder and all below it to the user the server runs as, where that is another one. */
export function handOver(path: string, identity: Identity): void {
  if (identity.kind !== 'user') return;
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  if (stat.uid !== identity.uid) chownSync(path, identity.uid, identity.gid);
  if (!stat.isDirectory()) return;
  for (const name of readdirSync(path)) handOver(join(path, name), identity);
}

/** Runs a program of the server as that identity; rejects with its output in the message. */
export async function runAs(identity: Identity, program: string, args: readonly string[]): Promise<string> {
  const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C' };
  // What a user set for a server of their own must not reach this one.
  for (const name of Object.keys(env)) if (/^PG[A-Z]+$/.test(name)) delete env[name];
  const options = { env, windowsHide: true, maxBuffer: 1 << 24, cwd: '/' };
  const done =
    identity.kind === 'namespace'
      ? await run('unshare', [...asNobody, program, ...args], options)
      : identity.kind === 'user'
        ? await run(program, [...args], { ...options, uid: identity.uid, gid: identity.gid })
        : await run(
            program,
            [...args],
            process.platform === 'win32' ? { ...options, cwd: undefined } : options,
          );
  return done.stdout + done.stderr;
}

/** Whether a process of that id lives. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The name of the program that runs as `pid`; nothing where it cannot be told. */
export function programOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
    if (process.platform === 'win32') return undefined;
    return execFileSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}
