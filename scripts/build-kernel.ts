/**
 * Compiles lib/kernel/kernel.as to lib/kernel/code.ts: `npx tsx scripts/build-kernel.ts`. Fetches the compiler
 * (AssemblyScript, Apache 2.0) for this once; nobody else needs it, so it is no dependency.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KERNEL_SOURCE, sourceHash } from '@/lib/kernel/source-hash';

const COMPILER = 'assemblyscript@0.28.20';

const folder = mkdtempSync(join(tmpdir(), 'tifa-kernel-'));
try {
  copyFileSync(KERNEL_SOURCE, join(folder, 'kernel.ts'));
  const options = [
    '-O3',
    '--runtime',
    'stub',
    '--enable',
    'simd',
    '--initialMemory',
    '1',
    '-o',
    'kernel.wasm',
  ];
  execFileSync('npx', ['--yes', '--package', COMPILER, 'asc', 'kernel.ts', ...options], {
    cwd: folder,
    stdio: 'inherit',
  });
  const code = readFileSync(join(folder, 'kernel.wasm')).toString('base64');
  const lines = (code.match(/.{1,100}/g) ?? []).map((line) => `  '${line}',`);
  writeFileSync(
    join('lib', 'kernel', 'code.ts'),
    `/** Generated from kernel.as by scripts/build-kernel.ts. */

/** SHA-256 of the source. */
export const SOURCE_HASH = '${sourceHash()}';

/** The module, in base64. */
export const CODE = [
${lines.join('\n')}
].join('');
`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
