import { z } from 'zod';
import type { ExampleIds } from '@/lib/queries/example-ids';
import { fillExample, IDS_FROM } from './example';
import { PACKS, type Pack, type PackName, packUrl } from './packs';
import { PROBLEMS } from './problem';
import { filterShape, pathParameters, type Question, SERIES } from './question';
import { requestSchema } from './read-request';
import { exampleUrl, QUESTIONS } from './registry';

type Json = Readonly<Record<string, unknown>>;

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
}

function schemaOf(schema: z.ZodObject, io: 'input' | 'output'): ObjectSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
  });
  return json as ObjectSchema;
}

function exampleText(url: string | null): string {
  return url ? `Example: ${url}` : IDS_FROM;
}

function parametersOf(question: Question, ids: ExampleIds): Json[] {
  const example = fillExample(question.example, ids) ?? {};
  const inPath = pathParameters(question.path);
  const { properties = {}, required = [] } = schemaOf(requestSchema(question), 'input');
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: inPath.includes(name) ? 'path' : 'query',
    required: inPath.includes(name) || required.includes(name),
    description,
    schema: Object.keys(schema).length > 0 ? schema : { type: 'string' },
    ...(example[name] !== undefined && { example: example[name] }),
  }));
}

const HEAD: Json = {
  question: { type: 'string' },
  dataVersion: {
    type: 'integer',
    description: 'State of the counts; the same version gives the same answer.',
  },
  publishedAt: { type: ['string', 'null'], format: 'date-time' },
  synthetic: { type: 'boolean', description: 'Made-up documents are among the counted ones.' },
  parameters: { type: 'object' },
  filters: { type: 'object' },
  denominators: { type: 'object', additionalProperties: { type: 'number' } },
  warnings: { type: 'array', items: { type: 'string' } },
  changedSince: {
    type: 'object',
    description: 'How much was counted at the version given, and now, where the data have changed since.',
  },
  about: { type: 'object' },
};

function answerSchema(question: Question): Json {
  return {
    type: 'object',
    required: ['question', 'dataVersion', 'denominators', 'rows', 'next'],
    properties: {
      ...HEAD,
      rows: { type: 'array', items: { $ref: `#/components/schemas/${question.name}` } },
      next: { type: ['string', 'null'], description: 'What to give as cursor for the next page.' },
    },
  };
}

function operationOf(question: Question, ids: ExampleIds): Json {
  const errors = Object.fromEntries(
    [400, 404, 406, 410, 429, 500, 503].map((status) => [status, { $ref: '#/components/responses/Problem' }]),
  );
  return {
    get: {
      operationId: question.name,
      summary: question.summary,
      ...(question.description && { description: question.description }),
      parameters: parametersOf(question, ids),
      responses: {
        200: {
          description: exampleText(exampleUrl(question, ids)),
          headers: { ETag: { schema: { type: 'string' } }, Link: { schema: { type: 'string' } } },
          content: {
            'application/json': { schema: answerSchema(question) },
            'text/csv': { schema: { type: 'string' } },
          },
        },
        304: { description: 'Not modified since the ETag given.' },
        ...errors,
      },
    },
  };
}

/** A pack takes the filters and the parameters of its page, and answers with an archive. */
function packOperation(name: PackName, ids: ExampleIds): Json {
  const { summary, own, example: given }: Pack = PACKS[name];
  const example = fillExample(given, ids) ?? {};
  const filters = schemaOf(z.object(filterShape([...SERIES, 'measure'])), 'input').properties ?? {};
  const parameters = [
    ...own.map((o): [string, Json] => [o, { type: 'string', description: `As on the page: ${o}.` }]),
    ...Object.entries(filters),
  ].map(([parameter, { description, ...schema }]) => ({
    name: parameter,
    in: 'query',
    required: false,
    description,
    schema,
    ...(example[parameter] !== undefined && { example: example[parameter] }),
  }));
  const problems = [400, 404, 429].map((status) => [status, { $ref: '#/components/responses/Problem' }]);
  return {
    get: {
      operationId: `evidence-${name}`,
      summary: `Evidence: ${summary}`,
      description:
        'One archive: the rows of each chart with its pictures, the tables, the list of what was counted, the method with the numbers filled in, citations.',
      parameters,
      responses: {
        200: {
          description: exampleText(packUrl(name, ids)),
          content: { 'application/zip': { schema: { type: 'string' } } },
        },
        ...Object.fromEntries(problems),
      },
    },
  };
}

const PACK_NAMES = Object.keys(PACKS) as PackName[];

const PROBLEM_SCHEMA: Json = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string', enum: Object.keys(PROBLEMS).map((kind) => `/api/v1#${kind}`) },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    parameters: {
      type: 'array',
      items: {
        type: 'object',
        properties: { name: { type: 'string' }, given: { type: 'string' }, expected: { type: 'string' } },
      },
    },
  },
};

/**
 * The OpenAPI 3.1 document, from the schemas that requests are read with and rows are checked against.
 * @param ids what its examples are about
 */
export function openApi(ids: ExampleIds): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tifa',
      version: '1',
      description:
        'Who says which slogan, where, since when and how often. Every answer names the version of the data and its denominators. CSV by ?format=csv or Accept: text/csv.',
    },
    servers: [{ url: '/api/v1' }],
    paths: {
      ...Object.fromEntries(QUESTIONS.map((q) => [q.path, operationOf(q, ids)])),
      ...Object.fromEntries(PACK_NAMES.map((name) => [`/evidence/${name}.zip`, packOperation(name, ids)])),
    },
    components: {
      schemas: {
        Problem: PROBLEM_SCHEMA,
        ...Object.fromEntries(QUESTIONS.map((q) => [q.name, schemaOf(q.row, 'output')])),
      },
      responses: {
        Problem: {
          description: 'What went wrong (RFC 9457).',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}
