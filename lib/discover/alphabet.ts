/**
 * What a slogan may be written with: Han characters, digits, Latin letters, +, % and the commas that join parallel
 * clauses (，and ； count as 、, so that spellings of one saying meet). Everything else breaks a phrase.
 */
export interface Alphabet {
  /** Symbol of each UTF-16 unit; 0 breaks a phrase. */
  readonly symbolOf: Uint16Array;
  readonly comma: number;
  /** The unit that a symbol is shown as. */
  readonly unitOf: Uint16Array;
  readonly size: number;
}

const OTHERS = '0123456789+%ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

export function buildAlphabet(): Alphabet {
  const symbolOf = new Uint16Array(65_536);
  const unitOf = new Uint16Array(65_536);
  let size = 1;
  const add = (unit: number) => {
    symbolOf[unit] = size;
    unitOf[size] = unit;
    return size++;
  };
  const comma = add('、'.charCodeAt(0));
  for (const c of '，；') symbolOf[c.charCodeAt(0)] = comma;
  for (const c of OTHERS) add(c.charCodeAt(0));
  for (let unit = FIRST_HAN; unit <= LAST_HAN; unit++) add(unit);
  return { symbolOf, comma, unitOf, size };
}
