/** The reading corpus beside the repository: read by scripts and tests that measure, never shipped. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

export const CORPUS_DIR = '../shared/corpus';
export const CORPUS_FILES = ['xwlb', 'hebei_gov', 'gwr_provincial', 'gwr_state_council'] as const;

/** Every tenth document of each file is held out: models are built from the others and measured on these. */
export const isHeldOut = (index: number): boolean => index % 10 === 9;

/** The texts of one file of the corpus, with the number of the document. */
export async function* readCorpus(name: string): AsyncGenerator<{ index: number; text: string }> {
  const stream = createReadStream(`${CORPUS_DIR}/${name}.jsonl.gz`).pipe(createGunzip());
  let index = 0;
  for await (const line of createInterface({ input: stream })) {
    const record: unknown = JSON.parse(line);
    const text = typeof record === 'object' && record !== null && 'text' in record ? record.text : null;
    if (typeof text === 'string' && text !== '') yield { index, text };
    index++;
  }
}
