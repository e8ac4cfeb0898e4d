// Runs the Prisma CLI without network: `node scripts/prisma-generate.mjs [--if-changed | COMMAND …]`, COMMAND being
// generate (default), validate or format. Writes the client to generated/prisma.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const schema = join(root, 'prisma/schema.prisma');
const stamp = join(root, 'generated/stamp');

/** What the generated client is made of: the schema and the version of the generator. */
function fingerprint() {
  const version = createRequire(import.meta.url)('prisma/package.json').version;
  return createHash('sha256').update(version).update(readFileSync(schema)).digest('hex');
}

/** Runs one Prisma command with the stand-in engine; returns its exit code. */
function prisma(args) {
  const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');
  const done = spawnSync(process.execPath, [cli, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'scripts/no-engine.mjs'),
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
  if (done.error) console.error(String(done.error));
  if (done.status !== 0 || args[0] !== 'generate') process.stdout.write(done.stdout ?? '');
  return done.status ?? 1;
}

/**
 * Generates the Prisma client unless it is there and fits the schema.
 * @param {{ force?: boolean }} options
 * @returns {number} an exit code; 0 also where there is no schema yet
 */
export function generate({ force = false } = {}) {
  if (!existsSync(schema)) return 0;
  const now = fingerprint();
  const made = existsSync(join(root, 'generated/prisma/client.ts')) && existsSync(stamp);
  if (!force && made && readFileSync(stamp, 'utf8') === now) return 0;
  const code = prisma(['generate']);
  if (code === 0) {
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, now);
    console.log('Prisma client generated in generated/prisma');
  }
  return code;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const args = process.argv.slice(2);
  const command = args[0] ?? 'generate';
  if (command === '--if-changed') process.exit(generate());
  process.exit(command === 'generate' && args.length < 2 ? generate({ force: true }) : prisma(args));
}
