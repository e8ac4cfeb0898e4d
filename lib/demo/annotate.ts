import { buildConversionTables } from '@/lib/text/traditional';
import type { Random } from './random';

/** Readings that web pages wrongly set behind converted characters. */
const READINGS =
  '节jié务wù区qū农nóng贸mào应yīng领lǐng会huì学xué习xí结jié责zé讲jiǎng对duì员yuán实shí业yè进jìn问wèn题tí设shè场chǎng产chǎn动dòng乡xiāng镇zhèn单dān体tǐ带dài级jí众zhòng纪jì养yǎng疗liáo医yī卫wèi线xiàn际jì现xiàn环huán监jiān';
const READING = new Map(
  [...READINGS.matchAll(/(\p{Script=Han})([^\p{Script=Han}]+)/gu)].map(
    (m) => [m[1] ?? '', m[2] ?? ''] as const,
  ),
);
let traditional: Uint16Array | null = null;

/** Damages a text as some pages are: traditional characters, and the reading in brackets behind some of them. */
export function annotate(random: Random, text: string): string {
  traditional ??= buildConversionTables().traditional;
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const full = traditional[unit] ?? unit;
    out += String.fromCharCode(full);
    const reading = full === unit ? undefined : READING.get(text.charAt(i));
    if (reading !== undefined && random.chance(0.3)) out += `(${reading})`;
  }
  return out;
}
