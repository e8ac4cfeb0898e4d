import type { Pool } from 'pg';
import { extract } from '@/lib/extract';
import type { Resources } from '@/lib/resources';
import type { Identity } from '@/lib/store/identity';
import type { Registry } from '@/lib/store/registry';
import { withRetry } from '@/lib/store/retry';
import { type Extracted, identityOf } from '@/lib/store/rows';
import { type Saved, saveBatch, storedIds } from '@/lib/store/save';
import { wholeText } from '@/lib/text/whole-text';
import type { Input } from '@/lib/types';
import { parseDocument } from './read/parse-document';
import type { Problem, RawDocument } from './read/raw-document';

export interface BatchContext {
  readonly pool: Pool;
  readonly registry: Registry;
  readonly resources: Resources;
  readonly runId: number;
  /** Name of the source for documents that do not name theirs. */
  readonly source: string | null;
}

/** Bytes to stored documents: decode, recognise what is stored, extract the rest, save, all or nothing. What is no document comes back as a problem. */
export async function processBatch(
  documents: readonly RawDocument[],
  context: BatchContext,
): Promise<Saved & { problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const inputs: Input[] = [];
  for (const raw of documents) {
    const parsed = parseDocument(raw, context.source);
    if ('problem' in parsed) problems.push(parsed.problem);
    else inputs.push(parsed.input);
  }
  const fresh = await withoutStored(context.pool, inputs);
  const batch: Extracted[] = fresh.map((input) => {
    const { title, date, place, published } = input;
    return { extraction: extract(input, context.resources), given: { title, date, place, published } };
  });
  const { pool, registry, runId } = context;
  const known = inputs.length - fresh.length;
  // Storing a batch twice is storing it once, so that a lost connection can be waited out.
  const saved = await withRetry(() => saveBatch(pool, registry, runId, batch, known));
  return { ...saved, problems };
}

/** The documents of a batch that are not stored yet, each once: extracting the others would be for nothing. */
async function withoutStored(pool: Pool, inputs: readonly Input[]): Promise<Input[]> {
  const wanted = new Map<bigint, Identity & { input: Input }>();
  for (const input of inputs) {
    const identity = identityOf({ ...input, original: wholeText(input) });
    if (!wanted.has(identity.id)) wanted.set(identity.id, { ...identity, input });
  }
  const stored = await withRetry(() => storedIds(pool, [...wanted.values()]));
  return [...wanted.values()].filter((d) => !stored.has(d.id)).map((d) => d.input);
}
