import type { SloganKind } from '@/lib/types';
import { isQuotedFormula } from './formulas';
import { isNamedNumeral, isQuotedNumeral } from './numerals';
import { isQuotedParallel } from './parallels';
import { PatternSet } from './pattern-set';
import { MAY } from './quotation-sieve';
import { isDoneOrNamed, isFullyOfficial, isNamedPrinciple, isUndertaken, namesIlls } from './quoted-context';
import { FOREIGN, isCoinage, NAMED, NO_COINAGE, PRODUCT_AFTER } from './quoted-tables';

/** Three to twelve Han characters. */
const WORDING = new PatternSet([/^\p{Script=Han}{3,12}$/u]);
const DOTTED = /^[一-龥]+·[一-龥]+$/;
const TITLE_BEFORE =
  /(?:(?:[说道问答写喊]|(?<!职)称)|[：:]|名为|题为|命名为|简称|以下称|称为|叫做|叫作|获评|荣获|获得|授予)$/;
/** A quotation that opens after speech words and is longer than this is speech. */
const LONGEST_NAME = 8;
const LONGEST_COINAGE = 12;

/**
 * The kind of a quoted slogan that no lexicon lists, or null. `open` and `close` are the offsets of the marks, `content`
 * the wording between them, without the number of a footnote; `may` is what the kernel found that it may be (MAY).
 */
export function classifyQuoted(
  text: string,
  open: number,
  close: number,
  content: string,
  may: number,
): SloganKind | null {
  const before = text.slice(Math.max(0, open - 10), open);
  const after = text.slice(close + 1, close + 13);
  const kind = readKind(content, before, after, may);
  if (kind === null || /[。！？…]$/.test(content) || PRODUCT_AFTER.test(after)) return null;
  return content.length > LONGEST_NAME && TITLE_BEFORE.test(before) ? null : kind;
}

function readKind(content: string, before: string, after: string, may: number): SloganKind | null {
  if ((may & MAY.number) !== 0 && isQuotedNumeral(content)) return 'numeral';
  if ((may & MAY.namedNumber) !== 0 && isNamedNumeral(content, after)) return 'numeral';
  if ((may & MAY.formula) !== 0 && isQuotedFormula(content, after)) return 'formula';
  if ((may & MAY.parted) !== 0 && isPartedSaying(content, before, after)) return 'parallel';
  return (may & (MAY.coinage | MAY.wording)) !== 0 && isQuotedCoinage(content, before, after)
    ? 'quoted'
    : null;
}

function isPartedSaying(content: string, before: string, after: string): boolean {
  return isQuotedParallel(content, before, after) || isDotted(content, before, after);
}

/** Two clauses of one length that a dot parts: names of people and ships are, and of events, but nobody undertakes these. */
function isDotted(content: string, before: string, after: string): boolean {
  const middle = (content.length - 1) / 2;
  return (
    middle >= 4 && content.charAt(middle) === '·' && DOTTED.test(content) && isDoneOrNamed(before, after)
  );
}

function isQuotedCoinage(content: string, before: string, after: string): boolean {
  if (content.length < 3 || content.length > LONGEST_COINAGE) return false;
  if (!isCoinage(content)) {
    if (!WORDING.test(content) || NAMED.test(content)) return false;
    if (
      !isNamedPrinciple(after) &&
      !isFullyOfficial(before, after) &&
      !isUndertaken(content.length, before, after)
    )
      return false;
  }
  return !NO_COINAGE.has(content) && !FOREIGN.test(content) && !namesIlls(before, after);
}
