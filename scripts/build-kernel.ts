/**
 * Compiles lib/kernel/source/*.as to lib/kernel/code/*.ts: `npx tsx scripts/build-kernel.ts [NAME…]`, all of them or
 * those named. Fetches the compiler (AssemblyScript, Apache 2.0) for this once; nobody else needs it, so it is no dependency.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesOf, moduleNames, PARTS, SOURCES, sourceHash } from '@/lib/kernel/sources';

const COMPILER = 'assemblyscript@0.28.20';
/** All modules share one memory, whose lowest addresses none of them may fill: data of their own would lie there. */
const OPTIONS = '-O3 --runtime stub --enable simd --importMemory --initialMemory 1 --use abort='.split(' ');

const DATA = 11;

/** Whether a module has a section of data: behind eight bytes of head, every section is its number, its size and so much. */
function hasData(bytes: Uint8Array): boolean {
  for (let at = 8; at < bytes.length; ) {
    if (bytes[at++] === DATA) return true;
    let size = 0;
    let shift = 0;
    let byte: number;
    do {
      byte = bytes[at++] ?? 0;
      size |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    at += size;
  }
  return false;
}

function compile(folder: string, name: string): void {
  for (const file of filesOf(name))
    copyFileSync(join(SOURCES, file), join(folder, file.replace(/as$/, 'ts')));
  execFileSync(
    'npx',
    ['--yes', '--package', COMPILER, 'asc', `${name}.ts`, ...OPTIONS, '-o', `${name}.wasm`],
    {
      cwd: folder,
      stdio: 'inherit',
    },
  );
  const bytes = readFileSync(join(folder, `${name}.wasm`));
  const needs = WebAssembly.Module.imports(new WebAssembly.Module(bytes)).filter((i) => i.kind !== 'memory');
  if (needs.length > 0)
    throw new Error(`${name}.as needs ${needs.map((i) => i.name).join(', ')}: use plain loads and stores`);
  if (hasData(bytes)) throw new Error(`${name}.as has data of its own: hand tables over by address`);
  const lines = (bytes.toString('base64').match(/.{1,100}/g) ?? []).map((line) => `  '${line}',`);
  writeFileSync(
    join(SOURCES, '..', 'code', `${name}.ts`),
    `/** Generated from ../source/${name}.as by scripts/build-kernel.ts. */

/** SHA-256 of the source. */
export const SOURCE_HASH = '${sourceHash(name)}';

/** The module, in base64. */
export const CODE = [
${lines.join('\n')}
].join('');
`,
  );
}

const asked = process.argv.slice(2);
const known = moduleNames();
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) throw new Error(`no module ${unknown.join(', ')}; there are ${known.join(', ')}`);
const folder = mkdtempSync(join(tmpdir(), 'tifa-kernel-'));
mkdirSync(join(folder, PARTS));
try {
  for (const name of asked.length > 0 ? asked : known) compile(folder, name);
} finally {
  rmSync(folder, { recursive: true });
}
