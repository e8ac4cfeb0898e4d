import { LEXICON_COLUMNS } from '@/lib/types';

/** A phrase to be taken into a lexicon, with how it was used where it was found. */
export interface FoundPhrase {
  readonly phrase: string;
  readonly shape: 'numeral' | 'formula' | 'parallel' | 'phrase';
  readonly variants: readonly string[];
  readonly frequency: number;
  readonly documents: number;
  readonly places: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly contexts: readonly { readonly document: string | null }[];
}

type Cells = Readonly<Partial<Record<(typeof LEXICON_COLUMNS)[number], string>>>;

/** What would end a cell or begin a comment is no part of a phrase. */
const clean = (cell: string) => cell.replace(/[\t\r\n|]+/g, ' ').trim();

function cellsOf(found: FoundPhrase, variants: readonly string[]): Cells {
  const { phrase, shape, firstDay, lastDay } = found;
  const first = found.contexts.find((c) => c.document)?.document;
  const when = firstDay && lastDay ? `, ${firstDay} to ${lastDay}` : '';
  return {
    canonical: clean(phrase),
    kind: shape === 'phrase' ? 'set' : shape,
    variants: variants.join('|'),
    members:
      shape === 'parallel'
        ? phrase
            .split(/[、，；]/)
            .map(clean)
            .join('|')
        : '',
    proof: first ? `document ${first}` : '',
    note: `found ${found.frequency} times in ${found.documents} documents of ${found.places} places${when}`,
  };
}

/**
 * Phrases as a lexicon file. A form stands once: a phrase shorter than two characters, or one that is a spelling of an
 * earlier one, is left out; gloss, domain and first use are for somebody who knows them.
 */
export function lexiconFile(phrases: readonly FoundPhrase[], remark: string): string {
  const taken = new Set<string>();
  const lines: string[] = [];
  for (const found of phrases) {
    const name = clean(found.phrase);
    if (name.length < 2 || name.startsWith('#') || taken.has(name)) continue;
    taken.add(name);
    const variants = found.variants.map(clean).filter((v) => v.length >= 2 && !taken.has(v));
    for (const v of variants) taken.add(v);
    const cells = cellsOf(found, [...new Set(variants)]);
    lines.push(LEXICON_COLUMNS.map((column) => cells[column] ?? '').join('\t'));
  }
  return `${[LEXICON_COLUMNS.join('\t'), `# ${clean(remark)}`, ...lines].join('\n')}\n`;
}
