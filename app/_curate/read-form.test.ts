import { expect, test } from 'vitest';
import { readForm } from './read-form';

const sent = (body: BodyInit, type?: string) =>
  readForm(
    new Request('http://localhost/curate/do', {
      method: 'POST',
      body,
      headers: type ? { 'content-type': type } : {},
    }),
  );

test.each([
  ['{"kind":"hide"}', 'application/json'],
  ['kind=hide', 'text/plain'],
  ['no parts', 'multipart/form-data; boundary=x'],
  ['kind=hide', 'multipart/form-data'],
])('%s as %s is no form', async (body, type) => {
  expect(await sent(body, type)).toBeNull();
});

test('forms of both kinds are read', async () => {
  expect((await sent(new URLSearchParams({ kind: 'hide' })))?.get('kind')).toBe('hide');
  const form = new FormData();
  form.set('kind', 'stage');
  expect((await sent(form))?.get('kind')).toBe('stage');
});
