/** Of a division and of an entry of the gazetteer what the table is made from. */
interface Coded {
  readonly code: string;
  readonly parent: string;
}

interface Named {
  readonly current: readonly string[];
}

/**
 * Codes of divisions as numbers, so that what is asked of them at every name lies in a few arrays instead of in thousands
 * of objects.
 */
export interface CodeTable {
  /** By number. */
  readonly codes: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** By number, that of what the division lies in, below the whole country; -1 where there is nothing. */
  readonly parents: Int16Array;
  /** By entry, where its numbers begin in `meanings`: those that it stands for now. One more than there are entries. */
  readonly meaningsAt: Int32Array;
  readonly meanings: Int16Array;
}

/** The table for all entries. `parentOf` gives the code that a code lies in. */
export function buildCodeTable(
  divisions: readonly Coded[],
  entries: readonly Named[],
  parentOf: (code: string) => string,
): CodeTable {
  const written = [
    ...divisions.flatMap(({ code, parent }) => (parent === '' ? [code] : [code, parent])),
    ...entries.flatMap((entry) => entry.current),
  ];
  const codes = [...new Set(written)];
  if (codes.length > MOST) throw new Error('more codes than the facts of a name have bits for');
  const numberOf = new Map(codes.map((code, number) => [code, number]));
  const numbersOf = (written: readonly string[]) => written.map((code) => numberOf.get(code) ?? -1);
  const meaningsAt = new Int32Array(entries.length + 1);
  for (const [number, { current }] of entries.entries())
    meaningsAt[number + 1] = (meaningsAt[number] as number) + current.length;
  return {
    codes,
    numberOf,
    parents: Int16Array.from(codes, (code) => {
      const parent = code === COUNTRY ? '' : parentOf(code);
      return parent === '' || parent === COUNTRY ? -1 : (numberOf.get(parent) ?? -1);
    }),
    meaningsAt,
    meanings: Int16Array.from(entries.flatMap(({ current }) => numbersOf(current))),
  };
}

const COUNTRY = '100000';
const MOST = 8190;
