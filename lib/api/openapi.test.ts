import { expect, test } from 'vitest';
import { openApi } from './openapi';
import { QUESTIONS } from './registry';

const IDS = { document: '12', list: '3', item: '4' };

test('the description names every question, parameter and column', () => {
  const document = JSON.parse(JSON.stringify(openApi(IDS))) as {
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

test('every reference leads somewhere, every path parameter is one, every operation has an example and its errors', () => {
  const text = JSON.stringify(openApi(IDS));
  const document = JSON.parse(text) as {
    paths: Record<
      string,
      {
        get: {
          operationId: string;
          parameters: { name: string; in: string; required: boolean; description?: string }[];
          responses: Record<string, { description?: string; $ref?: string }>;
        };
      }
    >;
  };
  for (const [, ref = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = ref
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
    expect(found, ref).toBeDefined();
  }
  const operations = Object.entries(document.paths);
  expect(new Set(operations.map(([, { get }]) => get.operationId)).size).toBe(operations.length);
  for (const [path, { get }] of operations) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]);
    expect(get.parameters.filter((p) => p.in === 'path').map((p) => p.name)).toEqual(inPath);
    expect(get.parameters.filter((p) => p.in === 'path' && !p.required)).toEqual([]);
    expect(get.parameters.filter((p) => !p.description)).toEqual([]);
    expect(get.responses[200]?.description).toMatch(/^Example: \/api\/v1\//);
    for (const status of ['400', '404', '429']) expect(get.responses[status]?.$ref, path).toBeDefined();
  }
});

test('where the data have no document, it says where numbers come from instead of making one up', () => {
  const text = JSON.stringify(openApi({}));
  expect(text).toContain('those that /api/v1/directives gives');
  expect(text).not.toContain('"example":"{');
  expect(JSON.stringify(openApi(IDS))).toContain('Example: /api/v1/documents/12/lists/3/items/4/copies');
  expect(JSON.stringify(openApi({ document: '12' }))).not.toContain('/documents/12/lists');
  expect(JSON.stringify(openApi({ document: '12' }))).toContain('/evidence/document.zip?document=12');
});
