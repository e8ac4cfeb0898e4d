import type { ListStyle } from '@/lib/types';
import type { Random } from './random';

export interface DemoList {
  readonly style: ListStyle;
  readonly items: number;
}

const ONES = '一二三四五六七八九';
const ORDER: Readonly<Record<number, readonly string[]>> = {
  2: ['首先，', '其次，'],
  3: ['首先，', '其次，', '最后，'],
  4: ['首先，', '其次，', '再次，', '最后，'],
};

const MARKERS: Readonly<Partial<Record<ListStyle, (i: number, count: number) => string>>> = {
  一是: (i) => `${ONES.charAt(i)}是`,
  一要: (i) => `${ONES.charAt(i)}要`,
  第一: (i) => `第${ONES.charAt(i)}，`,
  首先: (i, count) => ORDER[count]?.[i] ?? '',
  其一: (i) => `其${ONES.charAt(i)}，`,
  '（一）': (i) => `（${ONES.charAt(i)}）`,
  '1.': (i) => `${i + 1}.`,
  '（1）': (i) => `（${i + 1}）`,
  '①': (i) => String.fromCharCode(0x2460 + i),
};
const INLINE: readonly ListStyle[] = ['一是', '一是', '一是', '一要', '第一', '首先', '其一', '①', '（1）'];
const BY_LINE: readonly ListStyle[] = ['一是', '一是', '一要', '第一', '（一）', '1.', '（1）'];

/** Writes items under markers of a random style that suits the layout; inline items end with ；, others with 。 */
export function writeList(
  random: Random,
  items: readonly string[],
  inline: boolean,
): { lines: string[]; list: DemoList } {
  const count = items.length;
  const drawn = random.pick(inline ? INLINE : BY_LINE);
  const style = drawn === '首先' && ORDER[count] === undefined ? '一是' : drawn;
  const marker = MARKERS[style];
  const lines = items.map((item, i) => {
    const mark = inline && i < count - 1 ? '；' : '。';
    return `${marker?.(i, count) ?? ''}${item}${mark}`;
  });
  return { lines, list: { style, items: count } };
}
