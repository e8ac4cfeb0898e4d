import { pinyin } from 'pinyin-pro';

/** Something that can be found by its names. */
export interface Named {
  readonly name: string;
  readonly others: readonly string[];
  readonly gloss: string | null;
  /** What decides between equals: how much there is of it. */
  readonly weight: number;
}

interface Indexed<T extends Named> {
  readonly entry: T;
  readonly names: readonly string[];
  readonly reading: string;
  readonly initials: string;
  readonly gloss: string;
}

const fold = (text: string) => text.toLowerCase().replace(/[\s“”"'’·,，、；;]/g, '');

/** Names with their readings: made once, because readings are slow to look up. */
export function nameIndex<T extends Named>(entries: readonly T[]): readonly Indexed<T>[] {
  return entries.map((entry) => {
    const syllables = pinyin(entry.name, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).map(fold);
    return {
      entry,
      names: [entry.name, ...entry.others].map(fold),
      reading: syllables.join(''),
      initials: syllables.map((s) => s.charAt(0)).join(''),
      gloss: (entry.gloss ?? '').toLowerCase(),
    };
  });
}

/** How well a name fits, from 0 for the very name; null where it does not. */
function distance<T extends Named>(of: Indexed<T>, wanted: string, words: string): number | null {
  if (of.names.includes(wanted)) return 0;
  if (of.names.some((name) => name.startsWith(wanted))) return 1;
  if (of.initials === wanted || of.reading === wanted) return 2;
  if (of.names.some((name) => name.includes(wanted))) return 3;
  if (!/^[a-z]/.test(wanted)) return null;
  if (of.initials.startsWith(wanted) || of.reading.startsWith(wanted)) return 4;
  return words.length > 2 && of.gloss.includes(words) ? 5 : null;
}

/**
 * What a text stands for: names and spellings, their readings in full or by initials (sgys → 四个意识), and words of
 * the English gloss. The nearest first, of equals the weightier.
 */
export function findNames<T extends Named>(index: readonly Indexed<T>[], text: string, limit: number): T[] {
  const [wanted, words] = [fold(text), text.trim().toLowerCase()];
  if (wanted === '') return [];
  const found: { entry: T; at: number }[] = [];
  for (const of of index) {
    const at = distance(of, wanted, words);
    if (at !== null) found.push({ entry: of.entry, at });
  }
  found.sort(
    (a, b) => a.at - b.at || b.entry.weight - a.entry.weight || (a.entry.name < b.entry.name ? -1 : 1),
  );
  return found.slice(0, limit).map((f) => f.entry);
}
