import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('start.mjs', import.meta.url));

/** Runs `npm start` as npm would for somebody who typed it in the folder /. Only for what ends before the installation. */
function start(...args: string[]) {
  const env: NodeJS.ProcessEnv = { ...process.env, INIT_CWD: '/' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    env,
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

describe('npm start', () => {
  it('does nothing when a path is missing, and names it as the caller meant it', () => {
    expect(start('no-such-folder')).toEqual({
      status: 2,
      output: '\nThere is no /no-such-folder. Nothing was done.\n',
    });
  });

  it('says what reads addresses and archives', () => {
    for (const input of ['https://a.cn/sitemap.xml', 'dataset:china-data/xwlb']) {
      const { status, output } = start(input);
      expect(status).toBe(2);
      expect(output).toContain(`npm run ingest -- ${input}`);
    }
  });

  it('explains its arguments when they are wrong or asked for', () => {
    for (const args of [['--port', '0'], ['--port', 'x'], ['--colour']]) {
      const { status, output } = start(...args);
      expect(status).toBe(2);
      expect(output).toContain('npm start [--');
    }
    expect(start('--help')).toMatchObject({ status: 0 });
  });

  it('says that a port is taken instead of taking another', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    const { status, output } = start('--port', String(port));
    server.close();
    expect(status).toBe(1);
    expect(output).toContain(`Port ${port} is in use`);
    expect(output).toContain('--port');
  });
});
