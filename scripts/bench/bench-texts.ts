import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { generateDemo } from '@/lib/demo/generate-demo';
import { readFile } from '@/lib/ingest/read/read-file';
import { findDataDir } from '@/lib/resources';

export interface BenchTexts {
  /** Where they come from: figures of different texts do not compare. */
  readonly corpus: string;
  readonly texts: readonly Uint8Array[];
  readonly bytes: number;
}

/** Real evening news where the shared corpus lies beside the checkout, the demonstration corpus elsewhere. */
export async function benchTexts(bytes: number): Promise<BenchTexts> {
  const shared = join(findDataDir(), '..', '..', 'shared', 'corpus', 'xwlb.jsonl.gz');
  const texts: Uint8Array[] = [];
  let sum = 0;
  const add = (text: string) => {
    const encoded = Buffer.from(text);
    texts.push(encoded);
    sum += encoded.length;
  };
  if (existsSync(shared)) {
    for await (const item of readFile(shared)) {
      if ('document' in item)
        add((JSON.parse(Buffer.from(item.document.bytes).toString()) as { text: string }).text);
      if (sum >= bytes) break;
    }
    return { corpus: 'xwlb', texts, bytes: sum };
  }
  for (const document of generateDemo({ seed: 1, documents: 1_000_000 })) {
    add(document.text);
    if (sum >= bytes) break;
  }
  return { corpus: 'demonstration', texts, bytes: sum };
}
