/** What happens to text that nothing is wrong with: nothing, but for width, spacing and what belongs to the page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { restore } from '@/lib/text/restore';
import type { TextTables } from '@/lib/text/tables';
import { CORPUS_FILES, readCorpus } from '../corpus';
import { ROOT } from './shared-files';

/** Wordings that a reader found to belong to the page, as patterns over folded text. */
interface Furniture {
  readonly lines: readonly RegExp[];
  readonly ends: readonly RegExp[];
}

interface Counts {
  paragraphs: number;
  readonly repairs: Map<string, number>;
  withFurniture: number;
  cut: number;
  texts: number;
  same: number;
  traditional: number;
  readonly others: string[];
  readonly left: string[];
}

const SHOWN = 12;

/**
 * Restores every paragraph and every text of the clean corpora. Which of them carry page furniture is read from
 * `data/truth/page-furniture.tsv`, not asked of the rules that cut it.
 */
export async function measureUndamaged(tables: TextTables): Promise<void> {
  const furniture = readFurniture();
  const counts: Counts = {
    paragraphs: 0,
    repairs: new Map(),
    withFurniture: 0,
    cut: 0,
    texts: 0,
    same: 0,
    traditional: 0,
    others: [],
    left: [],
  };
  for (const name of CORPUS_FILES)
    for await (const { index, text } of readCorpus(name)) {
      const kept = text.split('\n').map((line) => measureParagraph(line, furniture, tables, counts));
      measureText(`${name} ${index}`, text, kept.join(''), tables, counts);
    }
  say(counts);
}

/** Counts the repairs of a paragraph; returns, folded, what should be left of it. */
function measureParagraph(line: string, furniture: Furniture, tables: TextTables, counts: Counts): string {
  const folded = fold(line);
  if (folded === '') return '';
  const left = withoutFurniture(folded, furniture);
  const restored = restore(line, tables);
  if (left !== folded) {
    counts.withFurniture++;
    if (fold(restored.text.string) === left) counts.cut++;
    else counts.left.push(line.trim().slice(0, 40));
    return left;
  }
  counts.paragraphs++;
  for (const { kind } of restored.repairs) counts.repairs.set(kind, (counts.repairs.get(kind) ?? 0) + 1);
  return left;
}

function measureText(name: string, text: string, kept: string, tables: TextTables, counts: Counts): void {
  counts.texts++;
  const restored = fold(restore(text, tables).text.string);
  if (restored === kept) counts.same++;
  else if (isTraditional(text, tables)) counts.traditional++;
  else counts.others.push(name);
}

/** Whether characters stand in it that only traditional text has. */
function isTraditional(text: string, { conversion }: TextTables): boolean {
  for (let i = 0; i < text.length; i++) if (conversion.script[text.charCodeAt(i)] === 1) return true;
  return false;
}

function say({
  paragraphs,
  repairs,
  withFurniture,
  cut,
  texts,
  same,
  traditional,
  others,
  left,
}: Counts): void {
  console.log(`undamaged paragraphs: ${paragraphs}, repairs in them:`, Object.fromEntries(repairs));
  console.log(
    `paragraphs with page furniture: ${withFurniture}, cut and nothing else: ${cut}`,
    left.slice(0, SHOWN),
  );
  console.log(
    `texts: ${texts}, the same but for width, spacing and page furniture: ${same}, with traditional characters: ${traditional}, others: ${others.length}`,
    others.slice(0, SHOWN),
  );
}

/** One form of width and quotation marks, without spaces and what nobody sees: none of our own functions. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{C}]/gu, '')
    .replace(/[“”„‟]/g, '"')
    .replace(/[‘’]/g, "'");
}

function withoutFurniture(folded: string, { lines, ends }: Furniture): string {
  if (lines.some((pattern) => pattern.test(folded))) return '';
  const end = ends.find((pattern) => pattern.test(folded));
  return end === undefined ? folded : folded.replace(end, '');
}

function readFurniture(): Furniture {
  const lines: RegExp[] = [];
  const ends: RegExp[] = [];
  for (const row of readFileSync(join(ROOT, 'data', 'truth', 'page-furniture.tsv'), 'utf8').split('\n')) {
    const [where, wording] = row.split('\t');
    if (row.startsWith('#') || wording === undefined) continue;
    const rest = wording.startsWith('相关链接') ? '.{1,80}' : '[\\u4e00-\\u9fff·]{2,4}';
    const source = fold(wording)
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('＊', rest)
      .replaceAll('\\*', rest);
    if (where === 'line') lines.push(new RegExp(`^${source}$`));
    else ends.push(new RegExp(`${source}$`));
  }
  return { lines, ends };
}
