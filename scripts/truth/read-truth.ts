import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { WrongArgument } from '../command/run-command';
import { type Truth, truthShape } from './score-slogans';

const fileShape = z.object({ documents: z.array(truthShape) });

/** Reads a truth file: JSONL, or JSON like that of the seeds. @throws WrongArgument that names file and line */
export function readTruth(path: string): Truth[] {
  const raw = read(path);
  if (!path.endsWith('.jsonl')) return parse(raw, path, fileShape).documents;
  return raw
    .split('\n')
    .flatMap((line, index) => (line === '' ? [] : [parse(line, `${path}:${index + 1}`, truthShape)]));
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new WrongArgument(`${path} cannot be read: ${(error as Error).message}`);
  }
}

function parse<T>(json: string, where: string, shape: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new WrongArgument(
      `${where} is no JSON: a truth is a line of JSON for each document, or JSON like that of the seeds`,
    );
  }
  const { success, data, error } = shape.safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  throw new WrongArgument(`${where} is no truth: ${issue?.path.join('.') || 'all of it'}: ${issue?.message}`);
}
