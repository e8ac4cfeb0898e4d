import type { Issuer } from '@/lib/types';

const OFFICES: readonly (readonly [string, Issuer])[] = [
  ['人民政府', 'government'],
  ['政府', 'government'],
  ['长', 'government'],
  ['副市长', 'government'],
  ['委', 'party'],
  ['党委', 'party'],
  ['党工委', 'party'],
  ['纪委', 'party'],
  ['人大', 'congress'],
  ['人民代表大会', 'congress'],
  ['政协', 'cppcc'],
];

const OFFICE_OPENINGS = new Uint8Array(65536);
for (const [word] of OFFICES) OFFICE_OPENINGS[word.charCodeAt(0)] = 1;
const LEVEL_NAMES = new Uint8Array(65536);
for (const name of '省市区县州') LEVEL_NAMES[name.charCodeAt(0)] = 1;

/** Behind 第十七届, where that stands: 泉州市|第十七届|人民代表大会. */
function behindTerm(text: string, at: number): number {
  if (text.charAt(at) !== '第') return at;
  const end = text.indexOf('届', at);
  return end > at && end - at < 7 ? end + 1 : at;
}

/** The kind of body whose name follows that of its place: 深圳|市委, 河北省|教育厅. */
export function issuerAfter(text: string, units: Uint16Array, end: number): Issuer | null {
  const most = Math.min(text.length, end + 15);
  if (end >= most || !isHan(units[end] as number)) return null;
  const body = LEVEL_NAMES[units[end] as number] === 1 ? end + 1 : end;
  const at = behindTerm(text, body);
  if (at > body && text.startsWith('委员会', at)) return 'party';
  if (at < most && OFFICE_OPENINGS[units[at] as number] === 1) {
    for (const [word, issuer] of OFFICES) {
      if (text.startsWith(word, at))
        return word === '委' && text.charAt(at + 1) === '员' ? 'department' : issuer;
    }
  }
  for (let i = at; i < most && i < at + 14; i++) {
    const unit = units[i] as number;
    if (!isHan(unit)) return null;
    // 厅 局
    if (i > at + 1 && (unit === 0x5385 || unit === 0x5c40)) return 'department';
  }
  return null;
}

/** Whether a unit is a Han character of the basic block. */
export function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}
