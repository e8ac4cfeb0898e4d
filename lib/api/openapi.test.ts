import { expect, test } from 'vitest';
import { openApi } from './openapi';
import { QUESTIONS } from './registry';

test('the description names every question, parameter and column', () => {
  const document = JSON.parse(JSON.stringify(openApi())) as {
    openapi: string;
    paths: Record<
      string,
      { get: { operationId: string; parameters: { name: string; in: string; schema: object }[] } }
    >;
    components: { schemas: Record<string, { properties: object }> };
  };
  expect(document.openapi).toBe('3.1.0');
  for (const q of QUESTIONS) {
    const operation = document.paths[q.path]?.get;
    expect(operation?.operationId).toBe(q.name);
    const names = operation?.parameters.map((p) => p.name) ?? [];
    expect(names).toEqual(
      expect.arrayContaining([
        ...Object.keys(q.params.shape),
        ...q.filters,
        'limit',
        'cursor',
        'version',
        'format',
      ]),
    );
    for (const p of operation?.parameters ?? [])
      expect(Object.keys(p.schema).length, p.name).toBeGreaterThan(0);
    expect(Object.keys(document.components.schemas[q.name]?.properties ?? {})).toEqual(
      Object.keys(q.row.shape),
    );
  }
  expect(new Set(QUESTIONS.map((q) => q.name)).size).toBe(QUESTIONS.length);
});
