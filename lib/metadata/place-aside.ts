import type { PlaceFinding, Repair } from '@/lib/types';
import type { Gazetteer, NameEntry } from './gazetteer.ts';
import type { ActorLevel } from './markers.ts';
import { levelOf } from './place-finding.ts';
import { createHits, HIT, scanWords } from './scan.ts';

const hits = createHits(64);
/** Footers and names of sources are short: what is beyond this is not looked at. */
const MOST = 400;

/** What stands beside the text: what was cut off its page, and the source that came with it. */
export interface Aside {
  readonly repairs: readonly Repair[];
  readonly source: string | null;
}

/**
 * Where a body acts whose place the text does not tell: the one place of that level that the page's footer names
 * (更多信息请关注官方微信“河北人社”), otherwise the source (龙岗政府在线). Evidence without a span of the text.
 */
export function placeAside(
  { repairs, source }: Aside,
  level: ActorLevel,
  gazetteer: Gazetteer,
  at: string | null,
): PlaceFinding | null {
  const cut = repairs.filter(({ kind }) => kind === 'boilerplate').map(({ was }) => was);
  const onPage = cut.length === 0 ? null : onlyPlace(cut.join('\n'), level, gazetteer);
  const code = onPage ?? (source === null ? null : onlyPlace(source, level, gazetteer));
  if (code === null) return null;
  const evidence = [{ start: 0, end: 0, rule: onPage === null ? 'source-name' : 'page-furniture' }];
  return { code, path: gazetteer.pathOf(code, at ?? undefined), confidence: 0.5, evidence };
}

/** The place of the level, where exactly one is named. */
function onlyPlace(written: string, level: ActorLevel, gazetteer: Gazetteer): string | null {
  const text = written.slice(0, MOST);
  hits.count = 0;
  const units = Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  scanWords(gazetteer.index, units, 0, text.length, hits);
  const codes = new Set<string>();
  const numbers = hits.numbers.read();
  for (let i = 0; i < hits.count; i++) {
    const entry = gazetteer.entries[numbers[i * HIT.size + HIT.word] as number];
    if (entry !== undefined) for (const code of codesAt(entry, level)) codes.add(code);
  }
  const [code] = codes;
  return code === undefined || codes.size > 1 ? null : code;
}

function codesAt({ current, everyday }: NameEntry, level: ActorLevel): readonly string[] {
  if (everyday && level !== 'province') return [];
  return current.filter((code) => levelOf(code) === level);
}
