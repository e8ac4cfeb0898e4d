/** HTML entities left in the text: &nbsp; &quot; &#12289; &amp;nbsp;. */
import type { Draft, Edit } from './draft';
import { applyEdits } from './draft';

/** Entity → text. Each row is its own example; what is not listed (R&D, AT&T;) stays. */
export const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  middot: '·',
  bull: '•',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  times: '×',
  divide: '÷',
  plusmn: '±',
  permil: '‰',
  deg: '°',
  copy: '©',
  reg: '®',
  trade: '™',
  sect: '§',
  yen: '¥',
  euro: '€',
  pound: '£',
  zwnj: '',
  zwj: '',
  lrm: '',
  rlm: '',
  shy: '',
  minus: '−',
  le: '≤',
  ge: '≥',
  ne: '≠',
  rarr: '→',
  larr: '←',
};

const ENTITY = /&(?:amp;)*(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g;

/** Replaces entities, those escaped twice included. */
export function replaceEntities(draft: Draft): Draft {
  const edits: Edit[] = [];
  for (const match of draft.text.matchAll(ENTITY)) {
    const text = readEntity(match);
    if (text === null) continue;
    edits.push({
      start: match.index,
      end: match.index + match[0].length,
      text,
      kind: 'entity',
      confidence: 1,
    });
  }
  return applyEdits(draft, edits);
}

function readEntity([, decimal, hexadecimal, name]: RegExpExecArray): string | null {
  if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? null) : null;
  const code = decimal !== undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal ?? '', 16);
  if (code === 0xfeff || code === 0x200b) return '';
  const isCharacter = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  if (!isCharacter) return code === 9 || code === 10 || code === 13 ? ' ' : null;
  return String.fromCodePoint(code);
}
