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

/** SHA-256 of a module's source: tells whether `code/` holds that of it. */
export function sourceHash(name: string): string {
  return createHash('sha256')
    .update(readFileSync(join(SOURCES, `${name}.as`)))
    .digest('hex');
}
