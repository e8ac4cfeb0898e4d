// npm start [-- [--port N] [--host ADDRESS] PATH…]: from a fresh clone to the dashboard.
// Plain Node up to the installation: nothing of ours is there before it.
import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './setup/build.mjs';
import { boundToUs, isInterrupted, run, start, typescript } from './setup/child.mjs';
import { command, SetupError, step } from './setup/console-step.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { checkNode } from './setup/node-version.mjs';
import { probePort, serve } from './setup/serve.mjs';

const help = `npm start [-- [--port N] [--host ADDRESS] PATH…]

Installs what is missing, reads PATHs (text, HTML, JSONL, folders of them) or a demonstration corpus,
and serves the dashboard on http://127.0.0.1:3000. DATABASE_URL selects a PostgreSQL of your own,
TIFA_DATA another folder than .data for the embedded one.`;

function readArguments() {
  const options = {
    port: { type: 'string', short: 'p', default: process.env.PORT || '3000' },
    host: { type: 'string', short: 'H', default: '127.0.0.1' },
    help: { type: 'boolean', short: 'h', default: false },
  };
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port < 1 || port > 65535) throw new Error(`${values.port} is no port`);
    return { ...values, port, paths: positionals };
  } catch (error) {
    throw new SetupError(`${error.message}\n\n${help}`, 2);
  }
}

/** Paths count from where the command was typed: npm changes to the repository and tells in INIT_CWD from where. */
function resolvePaths(paths) {
  const from = process.env.INIT_CWD ?? process.cwd();
  const full = paths.map((path) => (isAbsolute(path) ? path : join(from, path)));
  const remote = paths.find((path) => /^(https?:\/\/|(dataset|recipe|urls):)/.test(path));
  if (remote)
    throw new SetupError(
      `npm start reads files and folders; "npm run ingest -- ${remote}" reads this. Nothing was done.`,
      2,
    );
  const missing = full.filter((path) => !existsSync(path));
  if (missing.length > 0)
    throw new SetupError(`There is no ${missing.join(' and no ')}. Nothing was done.`, 2);
  return full;
}

async function checkPort(host, port) {
  if ((await probePort(host, port)) !== undefined) return;
  throw new SetupError(
    `Port ${port} is in use, perhaps by another "npm start".\n` +
      `What to do: end that one, or choose another port: npm start -- --port ${port + 1}`,
  );
}

await command(async () => {
  checkNode();
  const { port, host, help: asked, paths } = readArguments();
  if (asked) return console.log(help);
  const inputs = resolvePaths(paths);
  await checkPort(host, port);
  await ensureInstalled();
  const { generate } = await import('./prisma-generate.mjs');
  if (generate() !== 0)
    throw new SetupError('The Prisma client cannot be generated; the reason stands above.');
  await run('preparing the data', process.execPath, [
    ...boundToUs,
    ...typescript('scripts/start/prepare-data.ts', inputs),
  ]);
  await ensureBuilt();
  await checkPort(host, port);
  const server = await step('starting the server', () =>
    serve({ host, port, stdio: ['ignore', 'ignore', 'inherit'] }),
  );
  console.log(`\nTifa is at ${server.url}\n  Ctrl-C ends it.`);
  if (!process.env.DATABASE_URL)
    console.log('  The database goes on running for other commands; npm run db -- stop ends it.');
  // The phrase index and the candidates, also of what other commands read meanwhile.
  start(process.execPath, [...boundToUs, ...typescript('scripts/start/watch-jobs.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await server.done;
  process.exit(isInterrupted() ? 0 : code);
});
