import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopEmbedded } from '../embedded';
import { isAlive } from '../embedded-process';

const prefix = 'tifa-test-';

/** The folder of the test server of that process. */
export function testFolder(pid: number): string {
  return join(tmpdir(), `${prefix}${pid}`);
}

/** Stops the server of a test run and removes everything that it made. */
export async function removeTestFolder(folder: string): Promise<void> {
  await stopEmbedded(join(folder, 'pg'));
  if (folder !== process.env.TIFA_TEST_FOLDER) rmSync(folder, { recursive: true, force: true });
}

/** Removes what test runs left that were killed before they could clean up. */
export async function sweepTestFolders(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : 0;
    // Another user's leftovers are not ours to remove, and not worth failing over.
    if (pid > 0 && !isAlive(pid)) await removeTestFolder(join(tmpdir(), name)).catch(() => {});
  }
}

/** The folder for the test server of this process: TIFA_TEST_FOLDER, whose maker removes it too, or one of our own. */
export function makeTestFolder(): string {
  const folder = process.env.TIFA_TEST_FOLDER ?? testFolder(process.pid);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}
