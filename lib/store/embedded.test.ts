import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { startEmbedded, stopEmbedded } from './embedded';
import { packageFor } from './embedded-binaries';
import { makeFolders } from './embedded-create';
import { settings } from './embedded-settings';

const folder = join(inject('testDatabaseFolder'), 'starts/pg');
const lockPath = join(folder, 'data/postmaster.pid');
const lockedPid = () => Number(readFileSync(lockPath, 'utf8').split('\n')[0]);

afterAll(async () => {
  await stopEmbedded(folder);
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

/** Starts the server from a process of its own, as a second terminal would; gives the address it prints. */
function startElsewhere(): Promise<string> {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const env: NodeJS.ProcessEnv = { ...process.env, TIFA_DATA: join(folder, '..'), DATABASE_URL: '' };
  const child = spawn(process.execPath, ['--import', loader, 'scripts/db.ts', 'url'], { env });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.pipe(process.stderr);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(output.trim()) : reject(new Error(output))));
  });
}

async function answer(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ value: unknown }>(sql).finally(() => client.end());
  return rows[0]?.value;
}

it('says so at once where no folder can be made', () => {
  // Node's own recursive mkdir goes round for ever here.
  expect(() => makeFolders('/proc/tifa/data')).toThrow(/mkdir/);
});

describe('the embedded database', () => {
  it('is made once by several starters, all of whom reach the same server', async () => {
    const here = startEmbedded(folder);
    const all = await Promise.all([startElsewhere(), startElsewhere(), here.then((reached) => reached.url)]);
    expect(new Set(all).size).toBe(1);
    const again = await startEmbedded(folder);
    expect(again).toEqual({ url: all[0], started: false });
  });

  it('lets nobody in without the password, which only its owner can read', async () => {
    const { url } = await startEmbedded(folder);
    const open = new URL(url);
    for (const password of ['', 'guess']) {
      open.password = password;
      await expect(answer(open.href, 'SELECT 1 AS value')).rejects.toThrow();
    }
    expect(statSync(join(folder, 'password')).mode & 0o077).toBe(0);
    expect(statSync(folder).mode & 0o077).toBe(0);
    expect(await answer(url, "SELECT current_setting('listen_addresses') AS value")).toBe('127.0.0.1');
    expect(await answer(url, "SELECT current_setting('synchronous_commit') AS value")).toBe('on');
  });

  it('keeps what was committed when it is killed, and starts again on the same port', async () => {
    const { url } = await startEmbedded(folder);
    await answer(url, 'CREATE TABLE kept AS SELECT 7 AS value');
    process.kill(lockedPid(), 'SIGKILL');
    const again = await startEmbedded(folder);
    expect(again).toEqual({ url, started: true });
    expect(await answer(url, 'SELECT value FROM kept')).toBe(7);
  });

  it('is not misled by a lock file whose process id another program has by now', async () => {
    const { url } = await startEmbedded(folder);
    await stopEmbedded(folder);
    const port = new URL(url).port;
    writeFileSync(
      lockPath,
      `${process.pid}\n${folder}/data\n1700000000\n${port}\n\n127.0.0.1\n0 0\nready   \n`,
    );
    expect(await startEmbedded(folder)).toEqual({ url, started: true });
    expect(lockedPid()).not.toBe(process.pid);
  });

  it('stops, and says when there was nothing to stop', async () => {
    await startEmbedded(folder);
    expect(await stopEmbedded(folder)).toBe(true);
    expect(await stopEmbedded(folder)).toBe(false);
  });

  it('says what to do about files of another version', async () => {
    const old = join(folder, '../old');
    mkdirSync(join(old, 'data'), { recursive: true });
    writeFileSync(join(old, 'data/PG_VERSION'), '14\n');
    await expect(startEmbedded(old)).rejects.toThrow(/made by PostgreSQL 14.*What to do/s);
  });
});

describe('packageFor', () => {
  it('knows which machines have a server and which have none', () => {
    expect(packageFor('linux', 'x64', true)).toBe('linux-x64');
    expect(packageFor('darwin', 'arm64', true)).toBe('darwin-arm64');
    expect(packageFor('win32', 'x64', true)).toBe('windows-x64');
    expect(packageFor('linux', 'x64', false)).toBeUndefined();
    expect(packageFor('freebsd', 'x64', true)).toBeUndefined();
  });
});

describe('settings', () => {
  it('follow the memory of the machine, within bounds', () => {
    expect(settings(2 * 1024 ** 3, false)).toMatch(/shared_buffers = 128MB/);
    expect(settings(256 * 1024 ** 3, false)).toMatch(/shared_buffers = 512MB/);
    expect(settings(1024 ** 3, true)).toMatch(/dynamic_shared_memory_type = mmap/);
  });
});
