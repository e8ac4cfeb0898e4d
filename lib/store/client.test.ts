import { afterEach, describe, expect, it } from 'vitest';
import { closeConnections, getPool, getPrisma } from './client';
import { withDatabase } from './testing/with-database';

const database = withDatabase();
afterEach(closeConnections);

describe('the connections of a process', () => {
  it('are opened once for each role', async () => {
    expect(await getPool('read')).toBe(await getPool('read'));
    expect(await getPool('read')).not.toBe(await getPool('write'));
    expect(await getPrisma()).toBe(await getPrisma());
  });

  it('only read on the reading side, and not for ever', async () => {
    const pool = await getPool('read');
    await expect(pool.query('CREATE TABLE t ()')).rejects.toThrow(/read-only transaction/);
    const { rows } = await pool.query("SELECT current_setting('statement_timeout') AS value");
    expect(rows).toEqual([{ value: '30s' }]);
    const write = await getPool('write');
    await write.query('CREATE TABLE t ()');
  });

  it('serve Prisma', async () => {
    const prisma = await getPrisma();
    expect(await prisma.$queryRaw`SELECT ${7}::int AS value`).toEqual([{ value: 7 }]);
  });

  it('survive that the server cuts them', async () => {
    const pool = await getPool('read');
    await pool.query('SELECT 1');
    await database.pool.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tifa read'",
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await pool.query('SELECT 2 AS value')).rows).toEqual([{ value: 2 }]);
  });

  it('open anew after they were closed', async () => {
    const before = await getPool('read');
    await closeConnections();
    const after = await getPool('read');
    expect(after).not.toBe(before);
    expect((await after.query('SELECT 3 AS value')).rows).toEqual([{ value: 3 }]);
  });
});
