import { expect, test } from 'vitest';
import { GET } from './route';

const ask = (path: string) =>
  GET(new Request(`http://localhost/api/v1/${path}`), {
    params: Promise.resolve(path === '' ? {} : { path: path.split('/') }),
  });

test('the directory names every question with an address to try', async () => {
  const { questions } = (await (await ask('')).json()) as { questions: { path: string; example: string }[] };
  expect(questions.length).toBeGreaterThan(20);
  for (const q of questions) expect(q.example).toMatch(/^\/api\/v1\//);
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
