// npx tsx scripts/measure-copies.ts [FILE.jsonl.gz]: how well near copies are found (docs/ingestion.md). Takes 2,000
// documents, of which half are edited copies of the other half, of the demonstration corpus or of a file.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { generateDemo } from '@/lib/demo/generate-demo';
import { editCharacters, editSentences, seededRandom } from '@/lib/store/copies/edit-text';
import { findGroups } from '@/lib/store/copies/find-groups';
import { sketchOf } from '@/lib/store/copies/sketch';
import { textHash } from '@/lib/store/identity';

const ORIGINALS = 1_000;
const LEVELS = [0, 0.05, 0.1, 0.15, 0.2, 0.3];

function readTexts(file: string | undefined): string[] {
  if (file === undefined)
    return [...generateDemo({ seed: 11, documents: 1_100 })]
      .filter((d) => !d.truth.copies)
      .map((d) => d.text);
  const lines = gunzipSync(readFileSync(file)).toString().split('\n').filter(Boolean);
  const step = Math.max(1, Math.floor(lines.length / 1_400));
  const texts = lines.filter((_, i) => i % step === 0).map((l) => (JSON.parse(l) as { text: string }).text);
  return [...new Set(texts)].filter((t) => t.length >= 150);
}

const texts = readTexts(process.argv[2]).slice(0, ORIGINALS);
const random = seededRandom(1);
for (const [name, edit] of [
  ['characters', editCharacters],
  ['sentences', editSentences],
] as const) {
  for (const level of LEVELS) {
    const copies = texts.map((t, i) => edit(t, level, texts[(i + 7) % texts.length] ?? '', random));
    // All at one day: the hardest case for telling unrelated reports apart.
    const all = [...texts, ...copies].map((t) => {
      const hash = textHash(t);
      return { text: hash, day: 18_000, signature: sketchOf(t), group: hash, arriving: true };
    });
    const groups = findGroups(all);
    const found = texts.filter((_, i) => groups[i] === groups[i + texts.length]).length;
    const sizes = new Map<bigint, number>();
    for (const g of groups.slice(0, texts.length)) sizes.set(g, (sizes.get(g) ?? 0) + 1);
    const merged = [...sizes.values()].filter((n) => n > 1).reduce((sum, n) => sum + n, 0);
    const percent = (n: number) => `${((100 * n) / texts.length).toFixed(1)} %`;
    console.log(
      `${name} ${Math.round(100 * level)} %: recall ${percent(found)}, merged though unrelated ${percent(merged)}`,
    );
  }
}
