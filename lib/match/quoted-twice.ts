import { type Candidate, foundByRule } from './candidate';
import { canonicalForm } from './characters';
import { isDoneOrNamed, namesIlls } from './quoted-context';
import { FOREIGN, NAMED, NO_COINAGE, PRODUCT_AFTER } from './quoted-tables';

/** What a quotation may say that no rule knows by its shape. */
const WORDING = /^[一-龥]{3,8}$/;
/** So many different wordings are kept: a bound on memory, which no ordinary text reaches. */
const MOST_WORDINGS = 256;

/** Where a wording stands in quotation marks, and whether officials undertake it anywhere. */
interface Quotations {
  readonly starts: number[];
  undertaken: boolean;
}

/** Quotations of one text that no rule knew. */
export type Doubtful = Map<string, Quotations>;

/** Keeps a quotation in mind that no rule knew; `open` and `close` are the offsets of its marks, `content` what it says. */
export function noteDoubtful(
  text: string,
  open: number,
  close: number,
  content: string,
  doubtful: Doubtful,
): void {
  if (!WORDING.test(content)) return;
  const kept = doubtful.get(content);
  if (kept === undefined && doubtful.size >= MOST_WORDINGS) return;
  const before = text.slice(Math.max(0, open - 10), open);
  const after = text.slice(close + 1, close + 13);
  const undertaken = isDoneOrNamed(before, after) && !namesIlls(before, after) && !PRODUCT_AFTER.test(after);
  if (kept === undefined) doubtful.set(content, { starts: [open + 1], undertaken });
  else {
    kept.starts.push(open + 1);
    kept.undertaken ||= undertaken;
  }
}

/**
 * Adds what is quoted twice and undertaken once (“一江清水”工程 … “一江清水”): who quotes a wording again and acts by it
 * means a fixed one.
 */
export function addQuotedTwice(doubtful: Doubtful, candidates: Candidate[]): void {
  for (const [content, { starts, undertaken }] of doubtful) {
    if (!undertaken || starts.length < 2 || NAMED.test(content) || NO_COINAGE.has(content)) continue;
    if (FOREIGN.test(content)) continue;
    const slogan = canonicalForm(content);
    for (const start of starts)
      candidates.push(foundByRule({ start, end: start + content.length }, slogan, 'quoted'));
  }
}
