import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '@/lib/store/project-root';
import { withDatabase } from '@/lib/store/testing/with-database';

const db = withDatabase({ migrated: false });

function distribute(url: string | undefined) {
  const { DATABASE_URL: _, ...env } = process.env;
  return spawnSync(
    process.execPath,
    [join('node_modules', 'tsx', 'dist', 'cli.mjs'), 'scripts/distribute.ts'],
    {
      cwd: projectRoot(),
      env: { ...env, ...(url && { DATABASE_URL: url }) },
      encoding: 'utf8',
    },
  );
}

test('a plain server is told apart before anything is made on it', async () => {
  const { status, stderr } = distribute(db.url);
  expect(status).toBe(1);
  expect(stderr).toContain('no Citus coordinator');
  const { rows } = await db.pool.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
  expect(rows).toEqual([]);
});

test('without DATABASE_URL the command says what it needs', () => {
  const { status, stderr } = distribute(undefined);
  expect(status).toBe(1);
  expect(stderr).toContain('DATABASE_URL has to name a Citus coordinator');
});
