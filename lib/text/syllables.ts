/** Readings in brackets: is a string one syllable of pinyin with a tone mark? */

const INITIAL = '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?';
const FINAL =
  '(?:i?ang|i?ong|iao|uang|uai|ua[n]?|i?an|i?ao|i?ai|e[ing]?|en|eng|er|ei|ia|ie|in[g]?|iu|ian|i|ou?|ong|uo|ui|un|ue|u|ü[en]?|üan|ai|a|ê)';
const SYLLABLE = new RegExp(`^(?:${INITIAL}${FINAL}|m|n|ng|hm|hng)$`);

/** Folds a reading to plain letters with precomposed tone marks: ɡ → g, ɑ → a, ｑ → q, combining marks composed. */
export function foldReading(reading: string): string {
  return reading.replaceAll('ɡ', 'g').replaceAll('ɑ', 'a').normalize('NFKC');
}

/** True for one toned syllable in lower case: qū, lǐng, xiàn; not a, de, née, PPP. */
export function isReading(reading: string): boolean {
  const folded = foldReading(reading);
  const bare = folded.normalize('NFD').replace(/[\u0300\u0301\u0304\u030c]/g, '');
  if (folded.length === 0 || folded.length > 6 || bare.length !== folded.normalize('NFD').length - 1)
    return false;
  return SYLLABLE.test(bare.normalize('NFC'));
}
