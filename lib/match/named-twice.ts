import { type Candidate, foundByRule } from './candidate';
import { canonicalForm } from './characters';
import { isDoneOrNamed, namesIlls } from './quoted-context';
import { FOREIGN, NAMED, NO_COINAGE, PRODUCT_AFTER } from './quoted-tables';

/** What a quotation may say that no rule knows by its shape. */
const WORDING = /^[一-龥]{3,8}$/;
const LONGEST = 8;
/** So many different wordings are kept: a bound on memory, which no ordinary text reaches. */
const MOST_WORDINGS = 256;

/** One place where a wording stands; `end` is that of the quotation, whose closing mark may stand behind a footnote. */
interface Naming {
  readonly wording: string;
  readonly kind: 'quoted' | 'numeral';
  readonly start: number;
  readonly end: number;
}

/** What rules knew nothing of in one text, and what may be fixed wordings all the same. */
export type Doubtful = Naming[];

/** Keeps a quotation in mind that no rule knew; `open` and `close` are the offsets of its marks, `content` what it says. */
export function noteDoubtful(open: number, close: number, content: string, doubtful: Doubtful): void {
  if (content.length > LONGEST) return;
  doubtful.push({ wording: content, kind: 'quoted', start: open + 1, end: close });
}

/** Whether officials undertake what is quoted there: it counts wherever it is named again. */
function isUndertakenAt(text: string, { kind, start, end }: Naming): boolean {
  if (kind === 'numeral') return true;
  const before = text.slice(Math.max(0, start - 13), start - 1);
  const after = text.slice(end + 1, end + 13);
  return isDoneOrNamed(before, after) && !namesIlls(before, after) && !PRODUCT_AFTER.test(after);
}

/** Great plans that are counted: 六大优势产业. Tasks, actions and advantages are counted wherever there are some. */
export const GREAT =
  /(?:十[一二三四五六七八九]?|[三四五六七八九])大(?!产业(?!集群))[一-龥]{0,4}?(?:产业集群|产业|专项|片区|都市圈|高地|基地|集群|走廊|攻坚战|战役|会战|引擎|功能区|经济区)/y;

/** Keeps in mind a number at `at` without quotation marks that may count great plans. */
export function noteGreat(text: string, at: number, doubtful: Doubtful): void {
  GREAT.lastIndex = at;
  const found = GREAT.exec(text)?.[0];
  if (found !== undefined)
    doubtful.push({ wording: found, kind: 'numeral', start: at, end: at + found.length });
}

/**
 * Adds what is quoted twice and undertaken once (“一江清水”工程 … “一江清水”), and great plans that are named twice: who
 * names a wording again and acts by it means a fixed one.
 */
export function addNamedTwice(text: string, doubtful: Doubtful, candidates: Candidate[]): void {
  for (const namings of byWording(doubtful).values()) {
    const [first] = namings;
    if (first === undefined || namings.length < 2) continue;
    const { wording, kind } = first;
    if (kind === 'quoted' && !WORDING.test(wording)) continue;
    if (!namings.some((naming) => isUndertakenAt(text, naming))) continue;
    if (kind === 'quoted' && (NAMED.test(wording) || NO_COINAGE.has(wording) || FOREIGN.test(wording)))
      continue;
    const slogan = canonicalForm(wording);
    for (const { start } of namings)
      candidates.push(foundByRule({ start, end: start + wording.length }, slogan, kind));
  }
}

function byWording(doubtful: Doubtful): ReadonlyMap<string, readonly Naming[]> {
  const namings = new Map<string, Naming[]>();
  for (const naming of doubtful) {
    const kept = namings.get(naming.wording);
    if (kept !== undefined) kept.push(naming);
    else if (namings.size < MOST_WORDINGS) namings.set(naming.wording, [naming]);
  }
  return namings;
}
