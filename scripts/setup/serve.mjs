import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { boundToUs, packageScript, start } from './child.mjs';
import { SetupError } from './console-step.mjs';

/** Whether a port can be listened on; 0 asks for any. Gives the port, or nothing when it is taken. */
export function probePort(host, port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(new SetupError(`Cannot listen on ${host}:${port}: ${error.message}`));
    });
    server.listen(port, host, () => {
      const free = server.address().port;
      server.close(() => resolve(free));
    });
  });
}

async function answers(url) {
  try {
    await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(30_000) });
    return true;
  } catch {
    return false;
  }
}

/**
 * Serves the built pages and waits until they answer. `done` resolves to the exit code of the server.
 * @param {{ host?: string, port: number, env?: Record<string, string>, stdio?: import('node:child_process').StdioOptions }} options
 */
export async function serve({ host = '127.0.0.1', port, env = {}, stdio = ['ignore', 'ignore', 'inherit'] }) {
  const next = packageScript('next', 'dist/bin/next');
  const server = start(process.execPath, [...boundToUs, next, 'start', '-H', host, '-p', String(port)], {
    stdio,
    env: { NODE_ENV: 'production', ...env },
  });
  let ended = false;
  server.done.then(() => {
    ended = true;
  });
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const url = `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`;
  for (const end = Date.now() + 60_000; Date.now() < end && !ended; await sleep(100)) {
    if (await answers(url)) return { ...server, url };
  }
  server.child.kill('SIGKILL');
  throw new SetupError(`The server does not answer at ${url}; what it says stands above.`);
}
