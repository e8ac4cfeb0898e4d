import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the sources of the compiled modules stand, a file a module. */
export const SOURCES = fileURLToPath(new URL('./source', import.meta.url));

/** The names of the modules. */
export function moduleNames(): string[] {
  return readdirSync(SOURCES)
    .filter((file) => file.endsWith('.as'))
    .map((file) => file.slice(0, -'.as'.length))
    .sort();
}

/** Where sources stand that modules have in common, below `SOURCES`. */
export const PARTS = 'parts';

/** The files that a module is made of, below `SOURCES`: its own and the parts that it imports. */
export function filesOf(name: string): string[] {
  const files = [`${name}.as`];
  for (const file of files)
    for (const [, part = ''] of readFileSync(join(SOURCES, file), 'utf8').matchAll(
      /from '\.\/(?:parts\/)?(.+)';/g,
    )) {
      const imported = join(PARTS, `${part}.as`);
      if (!files.includes(imported)) files.push(imported);
    }
  return files;
}

/** SHA-256 of a module's source: tells whether `code/` holds that of it. */
export function sourceHash(name: string): string {
  const hash = createHash('sha256');
  for (const file of filesOf(name)) hash.update(readFileSync(join(SOURCES, file)));
  return hash.digest('hex');
}
