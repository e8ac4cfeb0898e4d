import { expect, test } from 'vitest';
import { withDatabase } from '@/lib/store/testing/with-database';
import { GET } from './route';

withDatabase();

const ask = (path: string) =>
  GET(new Request(`http://localhost/api/v1/${path}`), {
    params: Promise.resolve(path === '' ? {} : { path: path.split('/') }),
  });

test('the directory names every question with an address to try, or says where to find one', async () => {
  interface Entry {
    readonly example?: string;
    readonly ids?: string;
  }
  const { questions, packs } = (await (await ask('')).json()) as { questions: Entry[]; packs: Entry[] };
  expect(questions.length).toBeGreaterThan(20);
  for (const q of [...questions, ...packs]) expect(q.example ?? q.ids).toMatch(/\/api\/v1\//);
  // Nothing is stored yet that they could be tried on.
  expect(questions.filter((q) => !q.example)).toHaveLength(1);
  expect(packs.filter((q) => !q.example)).toHaveLength(2);
});

test('the description is OpenAPI 3.1', async () => {
  const { openapi, paths } = (await (await ask('openapi.json')).json()) as { openapi: string; paths: object };
  expect(openapi).toBe('3.1.0');
  expect(Object.keys(paths)).toContain('/slogans/{slogan}/frequency');
});

test.each(['no/such/question', '%E0%A4%A', 'slogans/%ZZ/nothing'])(
  '%s is answered with a problem',
  async (path) => {
    const response = await ask(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  },
);
