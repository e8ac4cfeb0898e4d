import { type Candidate, foundByRule } from './candidate';
import { canonicalForm } from './characters';
import { isDoneOrNamed, namesIlls } from './quoted-context';
import { FOREIGN, NAMED, NO_COINAGE, PRODUCT_AFTER } from './quoted-tables';
import { followsNumber } from './unquoted-numerals';

/** What a quotation may say that no rule knows by its shape. */
const WORDING = /^[一-龥]{3,8}$/;
/** So many different wordings are kept: a bound on memory, which no ordinary text reaches. */
const MOST_WORDINGS = 256;

/** Where a wording stands, and whether it counts where it is named twice: officials undertake it anywhere. */
interface Namings {
  readonly kind: 'quoted' | 'numeral';
  readonly starts: number[];
  undertaken: boolean;
}

/** What rules knew nothing of in one text, and what may be fixed wordings all the same. */
export type Doubtful = Map<string, Namings>;

/** Keeps a quotation in mind that no rule knew; `open` and `close` are the offsets of its marks, `content` what it says. */
export function noteDoubtful(
  text: string,
  open: number,
  close: number,
  content: string,
  doubtful: Doubtful,
): void {
  if (!WORDING.test(content)) return;
  const before = text.slice(Math.max(0, open - 10), open);
  const after = text.slice(close + 1, close + 13);
  const undertaken = isDoneOrNamed(before, after) && !namesIlls(before, after) && !PRODUCT_AFTER.test(after);
  note(doubtful, content, 'quoted', open + 1, undertaken);
}

/** Great plans that are counted: 六大优势产业. Tasks, actions and advantages are counted wherever there are some. */
const GREAT =
  /(?:十[一二三四五六七八九]?|[三四五六七八九])大(?!产业(?!集群))[一-龥]{0,4}?(?:产业集群|产业|专项|片区|都市圈|高地|基地|集群|走廊|攻坚战|战役|会战|引擎|功能区|经济区)/y;

/** Keeps in mind a number at `at` without quotation marks that may count great plans. */
export function noteGreat(text: string, at: number, doubtful: Doubtful): void {
  if (text.charAt(at + 1) !== '大' && text.charAt(at + 2) !== '大') return;
  if (followsNumber(text, at)) return;
  GREAT.lastIndex = at;
  const found = GREAT.exec(text)?.[0];
  if (found !== undefined) note(doubtful, found, 'numeral', at, true);
}

function note(
  doubtful: Doubtful,
  wording: string,
  kind: Namings['kind'],
  start: number,
  undertaken: boolean,
): void {
  const kept = doubtful.get(wording);
  if (kept !== undefined) {
    kept.starts.push(start);
    kept.undertaken ||= undertaken;
  } else if (doubtful.size < MOST_WORDINGS) doubtful.set(wording, { kind, starts: [start], undertaken });
}

/**
 * Adds what is quoted twice and undertaken once (“一江清水”工程 … “一江清水”), and great plans that are named twice: who
 * names a wording again and acts by it means a fixed one.
 */
export function addNamedTwice(doubtful: Doubtful, candidates: Candidate[]): void {
  for (const [wording, { kind, starts, undertaken }] of doubtful) {
    if (!undertaken || starts.length < 2) continue;
    if (kind === 'quoted' && (NAMED.test(wording) || NO_COINAGE.has(wording) || FOREIGN.test(wording)))
      continue;
    const slogan = canonicalForm(wording);
    for (const start of starts)
      candidates.push(foundByRule({ start, end: start + wording.length }, slogan, kind));
  }
}
