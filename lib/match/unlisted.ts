import type { Text } from '@/lib/types';
import { type Candidate, foundByRule } from './candidate';
import { canonicalForm, isCloseQuote, isOpenQuote, SEPARATOR } from './characters';
import { type ClauseRun, readClauseRun } from './clause-runs';
import type { CompiledLexicon } from './compile-lexicon';
import { readUnquotedFormula } from './formulas';
import { classifyQuoted } from './quoted';
import { NUMBER, SLOGAN_SIGNS } from './signs';
import type { Survey } from './survey';
import { readUnquotedNumeral } from './unquoted-numerals';

/** The number of a footnote, which reports put before the closing mark: “三道防线［21］”. */
const FOOTNOTE = /[［[]\d{1,3}[\]］]$/;

/** Scratch space, written anew for every run of clauses. */
const run: ClauseRun = { last: -1, found: null };

/** A quotation longer than this is speech. */
const LONGEST_QUOTED = 60;

/**
 * Adds to `candidates` the slogans that rules recognise without the lexicon, at the signs of a survey. Linear.
 * `quoted` are the positions, in order, right after an opening mark where a phrase of the lexicon stands.
 */
export function findUnlisted(
  text: Text,
  survey: Survey,
  lexicon: CompiledLexicon,
  quoted: readonly number[],
  candidates: Candidate[],
): void {
  const { string, units } = text;
  const { signs, kinds, signCount } = survey;
  let open = -1;
  let q = 0;
  let plusDone = -1;
  let runDone = -1;
  let digitDone = -1;
  for (let s = 0; s < signCount; s++) {
    const kind = (kinds[s] as number) & SLOGAN_SIGNS;
    if (kind === 0) continue;
    const i = signs[s] as number;
    if (kind === NUMBER) {
      if (i < digitDone) continue;
      const found = readUnquotedNumeral(string, units, i);
      if (found !== null) {
        digitDone = found.end;
        candidates.push(foundByRule(found, canonicalForm(string.slice(found.start, found.end)), 'numeral'));
      }
      continue;
    }
    const unit = units[i] as number;
    if (unit === SEPARATOR) {
      if (i <= runDone) continue;
      readClauseRun(text, i, run);
      runDone = run.last;
      if (run.found !== null) candidates.push(run.found);
    } else if (isOpenQuote(unit)) open = i;
    else if (isCloseQuote(unit)) {
      if (open >= 0 && i - open - 1 >= 2 && i - open - 1 <= LONGEST_QUOTED) {
        while (q < quoted.length && (quoted[q] as number) <= open) q++;
        addQuoted(string, open, i, quoted[q] === open + 1 ? lexicon : null, candidates);
      }
      open = -1;
    } else if (i > plusDone) {
      const found = readUnquotedFormula(string, i);
      if (found !== null) {
        plusDone = found.end;
        candidates.push(foundByRule(found, string.slice(found.start, found.end), 'formula'));
      }
    }
  }
}

/** `lexicon` is null where no phrase of it opens the quotation. */
function addQuoted(
  text: string,
  open: number,
  close: number,
  lexicon: CompiledLexicon | null,
  candidates: Candidate[],
): void {
  const last = text.charCodeAt(close - 1);
  const noted = last === 0x5d || last === 0xff3d;
  const end = noted ? close - (FOOTNOTE.exec(text.slice(open + 1, close))?.[0].length ?? 0) : close;
  // What the lexicon lists is settled there; only where it lists a sense of other contexts may a rule speak.
  const content = text.slice(open + 1, end);
  const listed = lexicon?.forms.get(content);
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
