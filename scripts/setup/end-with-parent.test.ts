import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const module = fileURLToPath(new URL('end-with-parent.mjs', import.meta.url));

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('a child that is bound to its parent ends when that is killed', async () => {
  const child = `['--import', ${JSON.stringify(module)}, '-e', 'console.log(process.pid); setInterval(() => {}, 1000)']`;
  const parent = spawn(process.execPath, [
    '-e',
    `require('node:child_process').spawn(process.execPath, ${child}, { stdio: ['ignore', 'inherit', 'inherit'] })`,
  ]);
  const [printed] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(printed.toString());
  expect(lives(pid)).toBe(true);
  parent.kill('SIGKILL');
  for (const end = Date.now() + 10_000; lives(pid) && Date.now() < end; ) await sleep(100);
  expect(lives(pid)).toBe(false);
}, 30_000);
