import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What `code.ts` is compiled from. */
export const KERNEL_SOURCE = fileURLToPath(new URL('./kernel.as', import.meta.url));

/** SHA-256 of the source: tells whether `code.ts` is that of it. */
export function sourceHash(): string {
  return createHash('sha256').update(readFileSync(KERNEL_SOURCE)).digest('hex');
}
