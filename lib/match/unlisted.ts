import type { Text } from '@/lib/types';
import { sifts } from './automaton';
import { type Candidate, foundByRule } from './candidate';
import {
  CHINESE_DIGIT,
  CLASSES,
  CLOSE_QUOTE,
  canonicalForm,
  OPEN_QUOTE,
  PLUS,
  SEPARATOR,
} from './characters';
import { readClauseRun } from './clause-runs';
import type { CompiledLexicon } from './compile-lexicon';
import { readUnquotedFormula } from './formulas';
import { classifyQuoted } from './quoted';
import { readUnquotedNumeral } from './unquoted-numerals';

/** The number of a footnote, which reports put before the closing mark: “三道防线［21］”. */
const FOOTNOTE = /[［[]\d{1,3}[\]］]$/;

/** A quotation longer than this is speech. */
const LONGEST_QUOTED = 60;

/** Adds to `candidates` the slogans that rules recognise without the lexicon. One pass, linear. */
export function findUnlisted(text: Text, lexicon: CompiledLexicon, candidates: Candidate[]): void {
  const { string, units } = text;
  const length = string.length;
  let open = -1;
  let plusDone = -1;
  let runDone = -1;
  let digitDone = -1;
  for (let i = 0; i < length; i++) {
    const c = CLASSES[units[i] as number] as number;
    if (c === 0) continue;
    if (c === CHINESE_DIGIT) {
      if (i < digitDone) continue;
      const found = readUnquotedNumeral(string, units, i);
      if (found !== null) {
        digitDone = found.end;
        candidates.push(foundByRule(found, canonicalForm(string.slice(found.start, found.end)), 'numeral'));
      }
    } else if (c === OPEN_QUOTE) open = i;
    else if (c === CLOSE_QUOTE) {
      if (open >= 0 && i - open - 1 >= 2 && i - open - 1 <= LONGEST_QUOTED)
        addQuoted(string, open, i, lexicon, candidates);
      open = -1;
    } else if (c === PLUS && i > plusDone) {
      const found = readUnquotedFormula(string, i);
      if (found !== null) {
        plusDone = found.end;
        candidates.push(foundByRule(found, string.slice(found.start, found.end), 'formula'));
      }
    } else if (c === SEPARATOR && i > runDone) {
      const run = readClauseRun(text, i);
      runDone = run.last;
      if (run.found !== null) candidates.push(run.found);
    }
  }
}

function addQuoted(
  text: string,
  open: number,
  close: number,
  lexicon: CompiledLexicon,
  candidates: Candidate[],
): void {
  const last = text.charCodeAt(close - 1);
  const noted = last === 0x5d || last === 0xff3d;
  const end = noted ? close - (FOOTNOTE.exec(text.slice(open + 1, close))?.[0].length ?? 0) : close;
  // What the lexicon lists is settled there; only where it lists a sense of other contexts may a rule speak.
  const content = text.slice(open + 1, end);
  // Most quotations begin like no phrase of the lexicon, which its sieve knows without a look into the map.
  const [a, b, c] = [text.charCodeAt(open + 1), text.charCodeAt(open + 2), text.charCodeAt(open + 3)];
  const listed = sifts(lexicon.automaton.sieve, a, b, c) ? lexicon.forms.get(content) : undefined;
  if (listed?.some((entry) => entry.when.length === 0 || entry.kind === 'trap') === true) return;
  const kind = classifyQuoted(text, open, close, content);
  if (kind === null) return;
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
