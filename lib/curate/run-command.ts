import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '@/lib/store/project-root';

export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

const LONGEST_MS = 10 * 60_000;
const MOST_OUTPUT = 16 * 1024 * 1024;

/**
 * Runs one of the commands of this program in a process of its own, as a person would: what extracts and ingests needs
 * threads and memory that are not to be taken from the pages.
 */
export function runProgram(
  script: 'extract' | 'ingest' | 'reextract',
  args: readonly string[],
): Promise<Ended> {
  const root = projectRoot();
  const file = join(/* turbopackIgnore: true */ root, 'scripts', `${script}.ts`);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
      cwd: root,
      env: { ...process.env, TIFA_ROOT: root },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: LONGEST_MS,
    });
    let [output, errors] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (output.length < MOST_OUTPUT) output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (errors.length < MOST_OUTPUT) errors += text;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output, errors }));
  });
}
