import { beforeAll, expect, test } from 'vitest';
import { withDatabase } from '@/lib/store/testing/with-database';
import { findSlogan } from './find-slogan';

const db = withDatabase();

/** A slogan, one whose name is the number of the first, and one whose name is no number of any. */
let first = 0;
beforeAll(async () => {
  const add = async (name: string) => {
    const { rows } = await db.pool.query<{ id: number }>(
      "INSERT INTO slogan (canonical, kind, status) VALUES ($1, 'formula', 'listed') RETURNING id",
      [name],
    );
    return rows[0]?.id ?? 0;
  };
  first = await add('六稳');
  await add(String(first));
  await add('987654');
});

test('a number is the number of a slogan before it is a name', async () => {
  expect((await findSlogan(String(first)))?.canonical).toBe('六稳');
  expect((await findSlogan(`“${first}”`))?.canonical).toBe(String(first));
  expect((await findSlogan(`"${first}"`))?.canonical).toBe(String(first));
  expect((await findSlogan('987654'))?.canonical).toBe('987654');
  expect((await findSlogan('六稳'))?.id).toBe(first);
  expect(await findSlogan('八稳')).toBeNull();
});
