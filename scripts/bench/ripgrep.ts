import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** ripgrep counting the phrases of a lexicon in the texts, from files of its own; `end` removes them. */
export interface Ripgrep {
  readonly run: () => void;
  readonly end: () => void;
}

/** What ripgrep needs to run, or why it cannot: it belongs to no package of the project. */
export function prepareRipgrep(
  texts: readonly Uint8Array[],
  phrases: Iterable<string>,
): Ripgrep | { readonly reason: string } {
  if (spawnSync('rg', ['--version']).status !== 0) return { reason: 'rg is not installed' };
  const folder = mkdtempSync(join(tmpdir(), 'tifa-bench-'));
  const lexicon = join(folder, 'lexicon.txt');
  const file = join(folder, 'texts.txt');
  writeFileSync(lexicon, [...phrases].join('\n'));
  writeFileSync(file, Buffer.concat(texts.flatMap((text) => [text, Buffer.from('\n')])));
  return {
    run: () => {
      const { status, stderr } = spawnSync('rg', ['--count-matches', '-F', '-f', lexicon, file]);
      if (status !== 0) throw new Error(`rg: ${stderr}`);
    },
    end: () => rmSync(folder, { recursive: true }),
  };
}
