export const CONCORDANCE_ORDERS = ['day', 'left', 'right'] as const;
/** day: the newest first. left, right: by the characters that stand before or after, the nearest first. */
export type ConcordanceOrder = (typeof CONCORDANCE_ORDERS)[number];

interface Line {
  readonly paragraph: string;
  readonly start: number;
  readonly end: number;
}

const NEIGHBOURS = 12;
const SILENT = /[\s\p{P}\p{S}]/gu;

/** What stands next to a mention, without punctuation, read away from it: 做好「六稳」 is 好做 to the left. */
export function neighbours({ paragraph, start, end }: Line, side: 'left' | 'right'): string {
  const text = side === 'left' ? paragraph.slice(0, start) : paragraph.slice(end);
  const words = [...text.replace(SILENT, '')];
  return (side === 'left' ? words.reverse() : words).slice(0, NEIGHBOURS).join('');
}

/** Lines in an order that puts what is said alike together; lines with nothing beside them stand last. */
export function sortConcordance<Row extends Line>(rows: readonly Row[], order: ConcordanceOrder): Row[] {
  if (order === 'day') return [...rows];
  const keyed = rows.map((row) => ({ row, key: neighbours(row, order) }));
  const compare = new Intl.Collator('zh-CN').compare;
  return keyed
    .sort((a, b) => Number(a.key === '') - Number(b.key === '') || compare(a.key, b.key))
    .map(({ row }) => row);
}
