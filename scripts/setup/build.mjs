import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageScript, root, run } from './child.mjs';
import { step } from './console-step.mjs';

const stamp = join(root, '.next/tifa-build-stamp');
const sources = [
  'app',
  'components',
  'lib',
  'messages',
  'public',
  'proxy.ts',
  'prisma/schema.prisma',
  'package-lock.json',
  'next.config.js',
  'tsconfig.json',
];

function* filesOf(path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  if (statSync(full).isFile()) return yield path;
  for (const entry of readdirSync(full, { withFileTypes: true })) {
    const below = `${path}/${entry.name}`;
    if (entry.isDirectory()) yield* filesOf(below);
    else if (!/\.test\.tsx?$/.test(entry.name)) yield below;
  }
}

/** A hash of everything that the pages are built from. */
function fingerprint() {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const source of sources) {
    for (const file of [...filesOf(source)].sort()) {
      hash.update(`${file}\0`).update(readFileSync(join(root, file)));
    }
  }
  return hash.digest('hex');
}

/** Builds the pages unless what is there was built from the same sources. */
export async function ensureBuilt() {
  const now = fingerprint();
  const built = existsSync(join(root, '.next/BUILD_ID')) && existsSync(stamp);
  if (built && readFileSync(stamp, 'utf8') === now) return;
  rmSync(stamp, { force: true }); // a build that is broken off must not pass for the one before
  const next = packageScript('next', 'dist/bin/next');
  await step('building the pages (next build)', () =>
    run('next build', process.execPath, [next, 'build'], { env: { NODE_ENV: 'production' } }),
  );
  writeFileSync(stamp, now);
}
