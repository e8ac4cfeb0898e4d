import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './child.mjs';
import { SetupError, step } from './console-step.mjs';

const stamp = join(root, 'node_modules/.tifa-install-stamp');

function fingerprint() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return createHash('sha256').update(lock).update(process.platform).update(process.arch).digest('hex');
}

/** Whether npm itself last wrote node_modules from a lock file like ours; then an install by hand counts. */
function installedByHand() {
  const hidden = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const there = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || there[path]?.version === entry.version,
  );
}

/** Installs the dependencies when they are missing or package-lock.json has changed since. */
export async function ensureInstalled() {
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  if (!installedByHand()) {
    // npm names its own script to what it runs; called without npm, the one beside Node is taken.
    const npm = process.env.npm_execpath;
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    await step('installing the dependencies (npm ci)', () =>
      npm?.endsWith('.js')
        ? run('npm ci', process.execPath, [npm, ...args])
        : run('npm ci', 'npm', args, { shell: process.platform === 'win32' }),
    ).catch((error) => {
      throw new SetupError(
        `${error.message}\nWhat to do: read what npm says above; it needs the npm registry.`,
      );
    });
  }
  writeFileSync(stamp, now);
}
