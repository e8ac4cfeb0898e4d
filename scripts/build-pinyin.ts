/**
 * Builds data/pinyin.tsv: every Chinese character of code page 936 with its readings, from pinyin-pro (MIT).
 * Usage: tsx scripts/build-pinyin.ts
 */
import { writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import { buildGbkTables } from '@/lib/text/gbk';
import { isReading } from '@/lib/text/syllables';

const { decode } = buildGbkTables();
const lines: string[] = [];
for (const unit of new Set(decode)) {
  if (unit < 0x4e00 || unit > 0x9fff) continue;
  const character = String.fromCharCode(unit);
  const readings = new Set(pinyin(character, { multiple: true, type: 'array' }).filter(isReading));
  if (readings.size > 0) lines.push(`${character}\t${[...readings].join(',')}`);
}
writeFileSync('data/pinyin.tsv', `${lines.sort().join('\n')}\n`);
console.log(`${lines.length} characters`);
