import type { Pool } from 'pg';
import { extract } from '@/lib/extract';
import type { Resources } from '@/lib/resources';
import type { Registry } from '@/lib/store/registry';
import { withRetry } from '@/lib/store/retry';
import type { Extracted } from '@/lib/store/rows';
import { type Saved, saveBatch } from '@/lib/store/save';
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

/** Bytes to stored documents: decode, extract, save, all or nothing. What is no document comes back as a problem. */
export async function processBatch(
  documents: readonly RawDocument[],
  context: BatchContext,
): Promise<Saved & { problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const batch: Extracted[] = [];
  for (const raw of documents) {
    const parsed = parseDocument(raw, context.source);
    if ('problem' in parsed) {
      problems.push(parsed.problem);
      continue;
    }
    const { title, date, place, published } = parsed.input;
    batch.push({
      extraction: extract(parsed.input, context.resources),
      given: { title, date, place, published },
    });
  }
  // Storing a batch twice is storing it once, so that a lost connection can be waited out.
  const saved = await withRetry(() => saveBatch(context.pool, context.registry, context.runId, batch));
  return { ...saved, problems };
}
