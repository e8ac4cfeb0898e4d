import type { ExampleIds } from '@/lib/queries/example-ids';

export type Example = Readonly<Record<string, string>>;

const IN_BRACES = /\{(document|list|item)\}/g;

/**
 * An example with numbers of the data at hand where it has a name in braces, `{document}`; null where the data have no
 * such thing.
 */
export function fillExample(example: Example, ids: ExampleIds): Example | null {
  const filled: Record<string, string> = {};
  for (const [parameter, value] of Object.entries(example)) {
    if ([...value.matchAll(IN_BRACES)].some(([, name]) => ids[name as keyof ExampleIds] === undefined))
      return null;
    filled[parameter] = value.replace(IN_BRACES, (_, name: keyof ExampleIds) => ids[name] ?? '');
  }
  return filled;
}

/** What to say in place of an example that the data have no numbers for. */
export const IDS_FROM = 'Numbers of documents, lists and items are those that /api/v1/directives gives.';
