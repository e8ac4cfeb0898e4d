import { z } from 'zod';
import { PROBLEMS } from './problem';
import { pathParameters, type Question } from './question';
import { sloganFrequency } from './questions/series-questions';
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

function parametersOf(question: Question): Json[] {
  const inPath = pathParameters(question.path);
  const { properties = {}, required = [] } = schemaOf(requestSchema(question), 'input');
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: inPath.includes(name) ? 'path' : 'query',
    required: inPath.includes(name) || required.includes(name),
    description,
    schema: Object.keys(schema).length > 0 ? schema : { type: 'string' },
    ...(question.example[name] !== undefined && { example: question.example[name] }),
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

function operationOf(question: Question): Json {
  const errors = Object.fromEntries(
    [400, 404, 406, 410, 429, 500, 503].map((status) => [status, { $ref: '#/components/responses/Problem' }]),
  );
  return {
    get: {
      operationId: question.name,
      summary: question.summary,
      ...(question.description && { description: question.description }),
      parameters: parametersOf(question),
      responses: {
        200: {
          description: `Example: ${exampleUrl(question)}`,
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

const EVIDENCE = '/slogans/{slogan}/evidence.zip';

/** The pack takes what the frequency takes, and answers with an archive. */
function evidenceOperation(): Json {
  const pages = ['limit', 'cursor', 'version', 'format'];
  return {
    get: {
      operationId: 'evidence',
      summary: 'Everything behind a view of a slogan as one archive: series, mentions, method, citations',
      parameters: parametersOf(sloganFrequency).filter((p) => !pages.includes(String(p.name))),
      responses: {
        200: {
          description: 'A ZIP archive.',
          content: { 'application/zip': { schema: { type: 'string' } } },
        },
        400: { $ref: '#/components/responses/Problem' },
        404: { $ref: '#/components/responses/Problem' },
      },
    },
  };
}

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

/** The OpenAPI 3.1 document, from the schemas that requests are read with and rows are checked against. */
export function openApi(): Json {
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
      ...Object.fromEntries(QUESTIONS.map((q) => [q.path, operationOf(q)])),
      [EVIDENCE]: evidenceOperation(),
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
