import { MARK, marksOf } from '@/lib/marks';
import type { Marks, Text } from '@/lib/types';
import { type Candidate, foundByRule } from './candidate';
import { canonicalForm } from './characters';
import { type ClauseRun, readClauseRun } from './clause-runs';
import { readCommaRun } from './comma-runs';
import { readUnquotedFormula } from './formulas';
import { addNamedTwice, type Doubtful, isGreat, noteDoubtful, noteGreat } from './named-twice';
import { classifyQuoted } from './quoted';
import type { SettledQuotes } from './settled-quotes';
import { readUnquotedNumeral } from './unquoted-numerals';

/** The number of a footnote, which reports put before the closing mark: “三道防线［21］”. */
const FOOTNOTE = /[［[]\d{1,3}[\]］]$/;

/** Scratch space, written anew for every run of clauses. */
const run: ClauseRun = { last: -1, found: null };

/** A quotation longer than this is speech. */
const LONGEST_QUOTED = 60;

const ASKED = MARK.separator | MARK.comma | MARK.openQuote | MARK.closeQuote | MARK.plus | MARK.chineseDigit;
/** Which marks the rules ask for. Scratch space, written anew by every call. */
let asked = new Int32Array(1 << 10);

/**
 * Adds to `candidates` the slogans that rules recognise without the lexicon, at the marks of a text. Linear.
 * `settled` are the quotations that the lexicon has an entry for.
 */
export function findUnlisted(text: Text, settled: SettledQuotes, candidates: Candidate[]): void {
  const { string, units } = text;
  const marks = marksOf(text);
  const { at, bits } = marks;
  const { separator, comma, openQuote, closeQuote, chineseDigit } = MARK;
  const count = keepAsked(marks);
  const kept = asked;
  const mask = ASKED;
  let open = -1;
  let plusDone = -1;
  let runDone = -1;
  let commaDone = -1;
  let digitDone = -1;
  const doubtful: Doubtful = [];
  for (let k = 0; k < count; k++) {
    const m = kept[k] as number;
    const found = (bits[m] as number) & mask;
    const i = at[m] as number;
    if (found === chineseDigit) {
      if (i < digitDone) continue;
      const numeral = readUnquotedNumeral(string, units, i);
      if (numeral === null) {
        if (isGreat(string, i)) noteGreat(string, i, doubtful);
        continue;
      }
      digitDone = numeral.end;
      const written = canonicalForm(string.slice(numeral.start, numeral.end));
      candidates.push(foundByRule(numeral, written, 'numeral'));
    } else if (found === separator) {
      if (i <= runDone) continue;
      readClauseRun(text, i, run);
      runDone = run.last;
      if (run.found !== null) candidates.push(run.found);
    } else if (found === comma) {
      if (i < commaDone) continue;
      const saying = readCommaRun(text, i);
      if (saying === null) continue;
      commaDone = saying.end;
      candidates.push(saying);
    } else if (found === openQuote) open = i;
    else if (found === closeQuote) {
      if (open >= 0 && i - open - 1 >= 2 && i - open - 1 <= LONGEST_QUOTED) {
        addQuoted(string, open, i, settled, candidates, doubtful);
      }
      open = -1;
    } else if (i > plusDone) {
      const formula = readUnquotedFormula(string, i);
      if (formula === null) continue;
      plusDone = formula.end;
      candidates.push(foundByRule(formula, string.slice(formula.start, formula.end), 'formula'));
    }
  }
  if (doubtful.length > 1) addNamedTwice(string, doubtful, candidates);
}

/** Writes the indices of marks that a rule asks for to `asked`, and how many there are. No branches: none could be foreseen. */
function keepAsked({ bits, count }: Marks): number {
  if (asked.length < count) asked = new Int32Array(2 * count);
  const mask = ASKED;
  const kept = asked;
  let size = 0;
  for (let m = 0; m < count; m++) {
    kept[size] = m;
    // The sign of −x: 1 for all numbers above 0.
    size += -((bits[m] as number) & mask) >>> 31;
  }
  return size;
}

function addQuoted(
  text: string,
  open: number,
  close: number,
  settled: SettledQuotes,
  candidates: Candidate[],
  doubtful: Doubtful,
): void {
  const last = text.charCodeAt(close - 1);
  const noted = last === 0x5d || last === 0xff3d;
  const end = noted ? close - (FOOTNOTE.exec(text.slice(open + 1, close))?.[0].length ?? 0) : close;
  // What the lexicon lists is settled there; only where it lists a sense of other contexts may a rule speak.
  if (settled.has(open + 1, end)) return;
  const content = text.slice(open + 1, end);
  const kind = classifyQuoted(text, open, close, content);
  if (kind === null) {
    noteDoubtful(open, close, content, doubtful);
    return;
  }
  const written = canonicalForm(content);
  const slogan = kind === 'numeral' ? inChineseDigits(written) : written;
  candidates.push(foundByRule({ start: open + 1, end }, slogan, kind));
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 4个坚持 and 四个坚持 are one slogan: a number up to ten before a classifier is written in Chinese. */
function inChineseDigits(slogan: string): string {
  return slogan.replace(/^(?:[1-9]|10)(?=[个大项条种])/, (digits) =>
    digits === '2' ? '两' : (DIGITS[Number(digits)] ?? digits),
  );
}
