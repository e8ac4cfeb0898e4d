import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');
/** Reading corpus, seeds and their truth, beside the repository: not part of it. */
export const SHARED = join(ROOT, '..', 'shared');

/** Whether all of these files or folders of `../shared` are there; says which are not, and that the part is passed over. */
export function hasShared(part: string, names: readonly string[], shared = SHARED): boolean {
  const missing = names.filter((name) => !existsSync(join(shared, name)));
  if (missing.length === 0) return true;
  console.log(`${part}: passed over, needs ${missing.map((name) => `../shared/${name}`).join(', ')}`);
  return false;
}
