/** Traditional to simplified characters, unit by unit: the length of the text never changes. */
import hkVariants from 'opencc-js/dict/HKVariantsRev';
import toTraditional from 'opencc-js/dict/STCharacters';
import toSimplified from 'opencc-js/dict/TSCharacters';
import phrases from 'opencc-js/dict/TSPhrases';
import twForms from 'opencc-js/dict/TWVariants';
import twVariants from 'opencc-js/dict/TWVariantsRev';
import { CONVERSION_PHRASES, NOT_CONVERTED, SHARED_CHARACTERS } from './traditional-phrases';

export interface ConversionTables {
  /** Traditional unit → simplified unit; every other unit maps to itself. */
  readonly simplified: Uint16Array;
  /** Simplified unit → what a naive converter writes for it. */
  readonly traditional: Uint16Array;
  /** 1: only traditional text has it; 2: only simplified text has it; 0: either. */
  readonly script: Uint8Array;
  /** Phrases whose conversion differs from that of their characters, by first unit, longest first. */
  readonly phrases: ReadonlyMap<number, readonly (readonly [string, string])[]>;
}

const parse = (dictionary: string): string[][] => dictionary.split('|').map((line) => line.split(/[ \t]/));

/** Builds the tables from the dictionaries of OpenCC. Takes about 20 ms; do it once. */
export function buildConversionTables(): ConversionTables {
  const simplified = Uint16Array.from({ length: 65536 }, (_, unit) => unit);
  const traditional = Uint16Array.from(simplified);
  const script = new Uint8Array(65536);
  for (const [from = '', to = ''] of parse(toSimplified)) {
    if (from.length === 1 && to.length === 1) simplified[from.charCodeAt(0)] = to.charCodeAt(0);
  }
  // Regional forms lead to a standard traditional character first; 着 is what 著 means outside of its phrases.
  for (const [from = '', to = ''] of [...parse(twVariants), ...parse(hkVariants), ['著', '着']]) {
    if (from.length !== 1 || to.length !== 1) continue;
    const unit = from.charCodeAt(0);
    const target = simplified[to.charCodeAt(0)] ?? unit;
    // A form that is itself a simplified character (才, 群, 核) stays.
    if (simplified[unit] === unit && target !== unit && from === '著') simplified[unit] = target;
    else if (simplified[unit] === unit && simplified[target] === target && !isSimplifiedForm(from))
      simplified[unit] = target;
  }
  const usual = new Map(parse(twForms).map(([from = '', to = '']) => [from, to]));
  const kept = new Set(NOT_CONVERTED);
  for (const [from = '', first = ''] of [...parse(toTraditional), ['着', '著']]) {
    const to = usual.get(first) ?? first;
    if (from.length !== 1 || to.length !== 1 || to === from || kept.has(from)) continue;
    const unit = from.charCodeAt(0);
    traditional[unit] = to.charCodeAt(0);
    if (from !== '着') script[unit] = 2;
  }
  const shared = new Set(SHARED_CHARACTERS);
  for (let unit = 0x3400; unit < 0xfb00; unit++) {
    if (simplified[unit] !== unit && !shared.has(String.fromCharCode(unit))) script[unit] = 1;
  }
  return { simplified, traditional, script, phrases: collectPhrases(simplified) };
}

const SIMPLIFIED_FORMS = new Set(parse(toTraditional).map(([from]) => from));
const isSimplifiedForm = (character: string): boolean => SIMPLIFIED_FORMS.has(character);

function collectPhrases(simplified: Uint16Array): Map<number, (readonly [string, string])[]> {
  const found = new Map<string, string>();
  for (const [from = '', to = ''] of parse(phrases)) if (from.length === to.length) found.set(from, to);
  for (const [from, to] of CONVERSION_PHRASES) found.set(from, to);
  const table = new Map<number, (readonly [string, string])[]>();
  for (const [from, to] of [...found].sort(([a], [b]) => b.length - a.length)) {
    if (convertUnits(from, simplified) === to && !from.includes('著')) continue;
    const unit = from.charCodeAt(0);
    const list = table.get(unit) ?? [];
    list.push([from, to]);
    table.set(unit, list);
  }
  return table;
}

function convertUnits(text: string, simplified: Uint16Array): string {
  let out = '';
  for (let i = 0; i < text.length; i++) out += String.fromCharCode(simplified[text.charCodeAt(i)] ?? 0);
  return out;
}

/** How many units of a text only traditional, and how many only simplified text has. */
export function countScripts(
  text: string,
  tables: ConversionTables,
): { traditional: number; simplified: number } {
  const counts = [0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const script = tables.script[text.charCodeAt(i)] ?? 0;
    counts[script] = (counts[script] ?? 0) + 1;
  }
  return { traditional: counts[1] ?? 0, simplified: counts[2] ?? 0 };
}

const QUOTES: Readonly<Record<string, string>> = {
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
  '﹁': '“',
  '﹂': '”',
};

/**
 * Converts a text to simplified characters, length preserved. A text that is traditional as a whole is
 * converted as a whole; in a mixed one only the lines that are traditional are; a text with a stray
 * traditional character (a name, a quoted title) comes back as it is.
 */
export function toSimplifiedText(text: string, tables: ConversionTables): string {
  const whole = countScripts(text, tables);
  if (whole.traditional === 0) return text;
  if (whole.traditional > whole.simplified) return convert(text, tables);
  return text
    .split('\n')
    .map((line) => {
      const counts = countScripts(line, tables);
      return counts.traditional >= 2 && counts.traditional > counts.simplified ? convert(line, tables) : line;
    })
    .join('\n');
}

function convert(text: string, tables: ConversionTables): string {
  const parts: string[] = [];
  let i = 0;
  while (i < text.length) {
    const unit = text.charCodeAt(i);
    const phrase = tables.phrases.get(unit)?.find(([from]) => text.startsWith(from, i));
    if (phrase) {
      parts.push(phrase[1]);
      i += phrase[0].length;
      continue;
    }
    const character = text.charAt(i);
    parts.push(QUOTES[character] ?? String.fromCharCode(tables.simplified[unit] ?? unit));
    i++;
  }
  return parts.join('');
}
