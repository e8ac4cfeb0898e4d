import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * The folder of the repository: TIFA_ROOT, or the nearest folder from the working directory upwards that holds the
 * Prisma schema. Not derived from `import.meta.url`, which points into `.next` once a page is bundled.
 */
export function projectRoot(): string {
  if (process.env.TIFA_ROOT) return resolve(/* turbopackIgnore: true */ process.env.TIFA_ROOT);
  const here = process.cwd();
  for (let folder = here; ; folder = dirname(folder)) {
    if (existsSync(join(/* turbopackIgnore: true */ folder, 'prisma/schema.prisma'))) return folder;
    if (folder === dirname(folder)) return here;
  }
}

/** Where everything that a user may lose lies: TIFA_DATA (relative to the repository), by default `.data`. */
export function dataFolder(): string {
  return resolve(/* turbopackIgnore: true */ projectRoot(), process.env.TIFA_DATA || '.data');
}
