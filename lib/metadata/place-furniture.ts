import type { PlaceFinding, Repair } from '@/lib/types';
import type { Gazetteer, NameEntry } from './gazetteer.ts';
import type { ActorLevel } from './markers.ts';
import { levelOf } from './place.ts';
import { createHits, scanWords } from './scan.ts';

const hits = createHits(64);
/** Footers are short: what is cut beyond this is not looked at. */
const MOST = 400;

/**
 * What was cut off the page names its site (更多信息请关注官方微信“河北人社”, 版权所有：龙岗区人民政府): where a body acts
 * whose place the text does not tell, the one place of that level in there. Evidence without a span of the text.
 */
export function placeOfFurniture(
  repairs: readonly Repair[],
  level: ActorLevel,
  gazetteer: Gazetteer,
  at: string | null,
): PlaceFinding | null {
  const cut = repairs.filter(({ kind }) => kind === 'boilerplate').map(({ was }) => was);
  if (cut.length === 0) return null;
  const text = cut.join('\n').slice(0, MOST);
  hits.size = 0;
  const units = Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  scanWords(gazetteer.index, units, 0, text.length, hits);
  const codes = new Set<string>();
  for (let i = 0; i < hits.size; i += 2) {
    const entry = gazetteer.entries[hits.flat[i + 1] ?? 0];
    if (entry !== undefined) for (const code of codesAt(entry, level)) codes.add(code);
  }
  const [code] = codes;
  if (code === undefined || codes.size > 1) return null;
  const evidence = [{ start: 0, end: 0, rule: 'page-furniture' }];
  return { code, path: gazetteer.pathOf(code, at ?? undefined), confidence: 0.5, evidence };
}

function codesAt({ current, everyday }: NameEntry, level: ActorLevel): readonly string[] {
  const fitting = current.filter((code) => levelOf(code) === level);
  return everyday && level !== 'province' ? [] : fitting;
}
