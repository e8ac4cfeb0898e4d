import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { run, start, typescript } from './child.mjs';
import { step } from './console-step.mjs';
import { probePort, serve } from './serve.mjs';

/**
 * Builds the pages and serves them on a free loopback port, from the database that `env` selects, until `use` is done.
 * @param {Record<string, string>} env what the server finds in its environment besides that of this process
 * @param {(base: string) => Promise<T>} use given the address of the server
 */
export async function withServer(env, use) {
  await ensureBuilt();
  const port = (await probePort('127.0.0.1', 0)) ?? 0;
  const server = await step('starting a server', () => serve({ port, env }));
  try {
    return await use(server.url);
  } finally {
    server.child.kill('SIGTERM');
    await server.done;
  }
}

/**
 * A database of its own in a temporary folder that holds the demonstration corpus; ended and removed afterwards. The
 * user's own database is never touched.
 * @param {(env: Record<string, string>) => Promise<T>} use given the environment that selects the database
 * @param {number} [documents] how many documents; the size that the first start makes unless told
 */
export async function withDemonstration(use, documents) {
  const data = mkdtempSync(join(tmpdir(), 'tifa-demonstration-'));
  chmodSync(data, 0o755); // the server may run as another user; its own folder below is closed
  // An empty DATABASE_URL counts as none; the server of a developer must not be filled with invented reports.
  const env = { TIFA_DATA: data, DATABASE_URL: '' };
  const [script, args] =
    documents === undefined
      ? ['scripts/start/prepare-data.ts', []]
      : ['scripts/demo.ts', ['load', '--documents', String(documents)]];
  try {
    await run('preparing the data', process.execPath, typescript(script, args), { env });
    return await use(env);
  } finally {
    await start(process.execPath, typescript('scripts/db.ts', ['stop']), { env, stdio: 'ignore' }).done;
    rmSync(data, { recursive: true, force: true });
  }
}
