import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SetupError } from './console-step.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const children = new Set();
let interrupted = 0;

// Ctrl-C reaches the children by the terminal, and us twice, as npm passes it on; a kill reaches only us. Either way we
// wait for them to end, unless the user asks again.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (children.size === 0) process.exit(signal === 'SIGINT' ? 130 : 143);
    const since = Date.now() - interrupted;
    if (interrupted > 0 && since < 1000) return;
    for (const child of children) child.kill(interrupted > 0 ? 'SIGKILL' : signal);
    interrupted = Date.now();
  });
}
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** Whether the user has asked to end. */
export function isInterrupted() {
  return interrupted > 0;
}

/** Starts a program of this project with its output on ours; `done` resolves to its exit code, never rejects. */
export function start(program, args, options = {}) {
  const child = spawn(program, args, {
    cwd: root,
    stdio: 'inherit',
    ...options,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', TIFA_ROOT: root, ...options.env },
  });
  children.add(child);
  const done = new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`${program}: ${error.message}`);
      children.delete(child);
      resolve(127);
    });
    child.once('close', (code, signal) => {
      children.delete(child);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
  return { child, done };
}

/** Runs a program to its end; a SetupError when it fails or when the user ended it. */
export async function run(name, program, args, options) {
  const code = await start(program, args, options).done;
  if (interrupted > 0) throw new SetupError('Ended on request.', 130);
  if (code !== 0) throw new SetupError(`${name} failed (exit code ${code}).`, code);
}

/** The script of an installed package's command, to be run by this Node: needs no shell and no .cmd files. */
export function packageScript(name, file) {
  return join(createRequire(join(root, 'package.json')).resolve(`${name}/package.json`), '..', file);
}

/** The arguments with which Node runs a program that is to end with this one, however this one ends. */
export const boundToUs = ['--import', new URL('./end-with-parent.mjs', import.meta.url).href];

/** The arguments with which Node runs a TypeScript file of this project. */
export function typescript(file, args = []) {
  const loader = createRequire(join(root, 'package.json')).resolve('tsx');
  return ['--import', pathToFileURL(loader).href, join(root, file), ...args];
}
