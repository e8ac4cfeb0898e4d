/** Characters with more than one reading: what the dictionaries of OpenCC leave open, decided for official prose. */

/** Characters that the tables call traditional but that stand in clean simplified text as well. */
export const SHARED_CHARACTERS = '乾著於瞭藉徵餘後麼夥祕昇鍾甯沈坏薹么衹鉅濛甦陞蒐氾釐脩託劄椀';

/** Simplified characters that naive converters leave alone, because they stand in traditional text as well. */
export const NOT_CONVERTED = '于范斗并干筑后里杰恒涌';

const STAYS_ZHU =
  '著作 著名 著称 著稱 著述 著书 著書 著者 著录 著錄 著文 著有 著《 显著 顯著 编著 編著 原著 名著 土著 论著 論著 专著 專著 合著 巨著 遗著 遺著 译著 譯著 昭著 卓著 撰著 所著 拙著 新著 较著 較著 执著 執著 本著者';

/** Traditional phrase → simplified phrase of the same length, beside those of OpenCC. */
export const CONVERSION_PHRASES: readonly (readonly [string, string])[] = [
  ...STAYS_ZHU.split(' ').map((word) => [word, simplify(word)] as const),
  // 本著 means 本着; 本著者 above is the exception. 发挥著作用 is no 著作.
  ['著作用', '着作用'],
  ['執著', '执着'],
  ['执著', '执着'],
  ['乾縣', '乾县'],
  ['乾县', '乾县'],
  ['乾安', '乾安'],
  ['剩餘', '剩余'],
  ['餘額', '余额'],
  ['瞭望', '瞭望'],
  ['慰藉', '慰藉'],
  ['狼藉', '狼藉'],
  ['覆蓋', '覆盖'],
  ['覆盖', '覆盖'],
  ['顛覆', '颠覆'],
  ['颠覆', '颠覆'],
  ['傾覆', '倾覆'],
  ['覆轍', '覆辙'],
  ['覆滅', '覆灭'],
  ['重複', '重复'],
  ['宮商角徵羽', '宫商角徵羽'],
];

function simplify(word: string): string {
  const pairs: Readonly<Record<string, string>> = {
    稱: '称',
    書: '书',
    錄: '录',
    說: '说',
    顯: '显',
    編: '编',
    論: '论',
    專: '专',
    遺: '遗',
    譯: '译',
    較: '较',
    見: '见',
  };
  return [...word].map((character) => pairs[character] ?? character).join('');
}
