import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { generateDemo } from '@/lib/demo/generate-demo';
import { readFile } from '@/lib/ingest/read/read-file';
import { findDataDir } from '@/lib/resources';

export interface BenchTexts {
  /** Where they come from: figures of different texts do not compare. */
  readonly corpus: string;
  /** How the texts were chosen. */
  readonly sample: string;
  readonly texts: readonly Uint8Array[];
  readonly bytes: number;
}

/**
 * Real evening news where the shared corpus lies beside the checkout, spread evenly over all of it, since its years
 * differ; the demonstration corpus elsewhere.
 */
export async function benchTexts(bytes: number): Promise<BenchTexts> {
  const shared = join(findDataDir(), '..', '..', 'shared', 'corpus', 'xwlb.jsonl.gz');
  return existsSync(shared) ? spread('xwlb', await readTexts(shared), bytes) : demoTexts(bytes);
}

async function readTexts(file: string): Promise<Uint8Array[]> {
  const texts: Uint8Array[] = [];
  for await (const item of readFile(file)) {
    if (!('document' in item)) continue;
    const { text } = JSON.parse(Buffer.from(item.document.bytes).toString()) as { text: string };
    if (text) texts.push(Buffer.from(text));
  }
  return texts;
}

/** Every k-th text, k such that about `bytes` are chosen. */
function spread(corpus: string, all: readonly Uint8Array[], bytes: number): BenchTexts {
  const step = Math.max(1, Math.round(sumOf(all) / bytes));
  const texts = all.filter((_, i) => i % step === 0);
  return { corpus, sample: `every ${step}th of ${all.length} texts`, texts, bytes: sumOf(texts) };
}

function demoTexts(bytes: number): BenchTexts {
  const texts: Uint8Array[] = [];
  let sum = 0;
  for (const document of generateDemo({ seed: 1, documents: 1_000_000 })) {
    const encoded = Buffer.from(document.text);
    texts.push(encoded);
    sum += encoded.length;
    if (sum >= bytes) break;
  }
  return { corpus: 'demonstration', sample: 'from the beginning', texts, bytes: sum };
}

function sumOf(texts: readonly Uint8Array[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}
