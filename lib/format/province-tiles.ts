export interface ProvinceTile {
  readonly code: string;
  readonly name: string;
  /** Column and row of a grid of nine by eight, from 1. */
  readonly column: number;
  readonly row: number;
}

const tile = (code: number, name: string, column: number, row: number): ProvinceTile => ({
  code: `${code}0000`,
  name,
  column,
  row,
});

/** The provinces as tiles of equal size, about where they lie: a small province counts as much as a large one. */
export const PROVINCE_TILES: readonly ProvinceTile[] = [
  tile(23, '黑龙江', 9, 1),
  tile(15, '内蒙古', 7, 2),
  tile(22, '吉林', 9, 2),
  tile(65, '新疆', 2, 3),
  tile(62, '甘肃', 4, 3),
  tile(64, '宁夏', 5, 3),
  tile(14, '山西', 6, 3),
  tile(13, '河北', 7, 3),
  tile(11, '北京', 8, 3),
  tile(21, '辽宁', 9, 3),
  tile(63, '青海', 3, 4),
  tile(61, '陕西', 5, 4),
  tile(41, '河南', 6, 4),
  tile(37, '山东', 7, 4),
  tile(12, '天津', 8, 4),
  tile(54, '西藏', 2, 5),
  tile(51, '四川', 4, 5),
  tile(50, '重庆', 5, 5),
  tile(42, '湖北', 6, 5),
  tile(34, '安徽', 7, 5),
  tile(32, '江苏', 8, 5),
  tile(31, '上海', 9, 5),
  tile(53, '云南', 4, 6),
  tile(52, '贵州', 5, 6),
  tile(43, '湖南', 6, 6),
  tile(36, '江西', 7, 6),
  tile(33, '浙江', 8, 6),
  tile(45, '广西', 5, 7),
  tile(44, '广东', 6, 7),
  tile(35, '福建', 7, 7),
  tile(71, '台湾', 9, 7),
  tile(46, '海南', 5, 8),
  tile(82, '澳门', 6, 8),
  tile(81, '香港', 7, 8),
];

/** One of four steps of ink on a logarithmic scale up to `most`; 0 for none. */
export function tileLevel(count: number, most: number): number {
  return count <= 0 ? 0 : Math.max(1, Math.ceil((4 * Math.log1p(count)) / Math.log1p(most)));
}
