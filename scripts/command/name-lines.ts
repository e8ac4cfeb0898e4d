import type { LexiconProblem } from '@/lib/match/lexicon';

/** Names the lines of lexicons that cannot be used, on standard error. */
export function nameLines(problems: readonly LexiconProblem[]): void {
  for (const { file, line, message } of problems) console.error(`${file}:${line}: ${message}`);
}
