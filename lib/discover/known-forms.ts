import type { LexiconEntry } from '@/lib/match/lexicon';

/** A form as the finder writes it: simplified separators, no quotation marks, no note on its sense. */
export function finderForm(form: string): string {
  return form
    .replace(/（[^（）]+）$/, '')
    .replace(/[，；,;]/g, '、')
    .replace(/[“”"‘’]/g, '')
    .replaceAll('＋', '+')
    .replaceAll('％', '%');
}

/** All forms of the lexicon, traps included: what the finder need not propose. */
export function knownForms(entries: readonly LexiconEntry[]): Set<string> {
  return new Set(entries.flatMap((e) => [e.canonical, ...e.variants]).map(finderForm));
}
