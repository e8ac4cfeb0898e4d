import { execFile, execFileSync } from 'node:child_process';
import { chownSync, existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const nobody = 65534;
const passing = [
  ...['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'],
  ...['--inh-caps=+dac_override', '--ambient-caps=+dac_override'],
];
const asNobody = ['-U', `--map-user=${nobody}`, `--map-group=${nobody}`];

/** As whom the server runs: as we are, inside a user namespace in which root is nobody, or as another user. */
export type Identity =
  | { kind: 'self' }
  | { kind: 'namespace' }
  /** `before` stands before the program: what sets the user where Node's own way is not enough. */
  | { kind: 'user'; uid: number; gid: number; before?: readonly string[] };

/**
 * Postgres refuses to run as root. As root: the owner of the folder where that is somebody else; else a user
 * namespace, which changes no ownership and works below /root; else, as in most containers, uid 65534, with the
 * right to pass folders that are closed to it, where setpriv can give that.
 */
export async function identityFor(folder: string): Promise<Identity> {
  if (process.getuid?.() !== 0)
    return hasName() || !(await canUnshare()) ? { kind: 'self' } : { kind: 'namespace' };
  if (existsSync(/* turbopackIgnore: true */ folder)) {
    const { uid, gid } = statSync(/* turbopackIgnore: true */ folder);
    if (uid === nobody) return asUserNobody();
    if (uid !== 0) return { kind: 'user', uid, gid };
  }
  return (await canUnshare()) ? { kind: 'namespace' } : asUserNobody();
}

async function asUserNobody(): Promise<Identity> {
  const user = { kind: 'user', uid: nobody, gid: nobody } as const;
  return (await succeeds(passing)) ? { ...user, before: passing } : user;
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

const canUnshare = () => succeeds(['unshare', ...asNobody]);

/** Whether a program can be run behind that prefix. */
function succeeds([command = '', ...args]: readonly string[]): Promise<boolean> {
  return run(command, [...args, 'true']).then(
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
  const options = {
    env,
    windowsHide: true,
    maxBuffer: 1 << 24,
    cwd: process.platform === 'win32' ? undefined : '/',
  };
  const before =
    identity.kind === 'namespace'
      ? ['unshare', ...asNobody]
      : identity.kind === 'user'
        ? (identity.before ?? [])
        : [];
  const plainUser =
    identity.kind === 'user' && !identity.before ? { uid: identity.uid, gid: identity.gid } : {};
  const [command = program, ...rest] = [...before, program, ...args];
  const done = await run(command, rest, { ...options, ...plainUser });
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
