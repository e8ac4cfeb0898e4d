/** All count as one separator; a space too, because headlines part their clauses by it. */
export const SEPARATORS = '、，；,; ·';
const SEPARATOR_RUN = /[、，；,;]/g;
/** A parallel may be written without separators when it is long enough not to arise by chance. */
const SHORTEST_BARE = 6;
const MARKS = /[“”‘’]/g;
/** Quotation marks around a whole form. */
const AROUND = /^“([^“”]*)”$/;
/** Chinese digits as Arabic ones. */
export const ARABIC_DIGITS: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  十: '10',
};
const CHINESE = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const LEADING_CHINESE = /^(?:十[一二三四五六七八九]?|[一二三四五六七八九两])(?=[个大项条种方件篇支道类级])/;
const LEADING_ARABIC = /^(?:[1-9]|1[0-9])(?=[个大项条种方件篇支道类级])/;

/**
 * All ways to write a form. A note in brackets tells two entries of one form apart (动态清零（拖欠）) and is no part of any
 * text. Quotation marks inside of a form may be left out; those around the whole are never part of it. A saying whose clauses are quoted
 * one by one (“小院高墙”、“脱钩断链”) is no spelling of it: these are several.
 */
export function spellings(form: string): string[] {
  const named = form.replace(/（[^（）]*）$/, '').replace(SEPARATOR_RUN, '、');
  const plain = named.replace(MARKS, '');
  const bare = plain.replaceAll('、', '');
  const written = [plain, named.replace(AROUND, '$1')];
  if (bare !== plain && bare.length >= SHORTEST_BARE) written.push(bare);
  return written
    .flatMap((w) => [w, ...otherPercent(w)])
    .flatMap((w) => [w, ...otherDigits(w)])
    .filter((w) => w.length >= 2);
}

function otherPercent(form: string): string[] {
  if (form.includes('100%')) return [form.replaceAll('100%', '百分之百')];
  return form.includes('百分之百') ? [form.replaceAll('百分之百', '100%')] : [];
}

function otherDigits(form: string): string[] {
  const chinese = LEADING_CHINESE.exec(form)?.[0];
  if (chinese !== undefined) return [arabicOf(chinese) + form.slice(chinese.length)];
  const arabic = LEADING_ARABIC.exec(form)?.[0];
  return arabic === undefined ? [] : [chineseOf(Number(arabic)) + form.slice(arabic.length)];
}

function arabicOf(chinese: string): string {
  if (chinese.length === 1) return ARABIC_DIGITS[chinese] ?? chinese;
  return `1${ARABIC_DIGITS[chinese.charAt(1)] ?? ''}`;
}

function chineseOf(value: number): string {
  return value < 10 ? (CHINESE[value] ?? '') : `十${CHINESE[value - 10] ?? ''}`;
}
