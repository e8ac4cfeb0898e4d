import { SPACES } from './characters';

/**
 * What a regular expression asks of the ends of a wording, read from its source: how long it may be, and which units
 * may stand in the three first and in the three last places, and of which units and of which pairs of neighbours one has
 * to stand in it. Only what it forbids is certain: what stands around (`(?=`, `(?<!` …) and what a group repeats is not
 * asked, so that a wording may have the shape and not match.
 */
export interface Shape {
  readonly least: number;
  readonly most: number;
  /** For each of the first places the units that may stand there. */
  readonly head: readonly Units[];
  /** The same for the last places, the last one first. */
  readonly tail: readonly Units[];
  /** One of these has to stand somewhere. */
  readonly within: Units;
  /** One of these pairs has to stand somewhere, if any pair has to. */
  readonly pairs: readonly Pair[] | null;
}

/** Two units that stand side by side. */
export type Pair = readonly [number, number];

/** Ranges of units one after another: first, last, first, last … They may overlap. */
export type Units = readonly number[];

/** The places at either end that are told. */
const PLACES = [0, 1, 2] as const;
const NONE: Units = [];
const ANY: Units = [0, 0xffff];
const DIGIT: Units = [0x30, 0x39];
/** The blocks that Han characters stand in, and both halves of pairs, which may be some. */
const HAN: Units = [0x2e80, 0x303b, 0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xd800, 0xdfff, 0xf900, 0xfaff];
const SPACE: Units = Array.from(SPACES, (c) => c.charCodeAt(0)).flatMap((unit) => [unit, unit]);

const NOWHERE = PLACES.map(() => NONE);
const EVERYWHERE = PLACES.map(() => ANY);
const EMPTY: Shape = { least: 0, most: 0, head: NOWHERE, tail: NOWHERE, within: ANY, pairs: null };
const ANYTHING: Shape = {
  least: 0,
  most: Number.POSITIVE_INFINITY,
  head: EVERYWHERE,
  tail: EVERYWHERE,
  within: ANY,
  pairs: null,
};

/** More pairs than this tell nothing. */
const MOST_PAIRS = 256;

/**
 * The shape of all wordings in which a pattern finds something; a sticky one at their beginning. Throws on syntax that
 * it does not know.
 */
export function shapeOf(pattern: RegExp): Shape {
  return new Reader(pattern.source, pattern.unicode, pattern.sticky).read();
}

class Reader {
  private at = 0;

  constructor(
    private readonly source: string,
    private readonly pairs: boolean,
    private readonly sticky: boolean,
  ) {}

  read(): Shape {
    const shape = this.alternatives(true);
    if (this.at < this.source.length) throw this.unknown();
    return shape;
  }

  /** `outermost`: what no ^ and no $ bounds there goes on. */
  private alternatives(outermost: boolean): Shape {
    const shapes = [this.sequence(outermost)];
    while (this.take('|')) shapes.push(this.sequence(outermost));
    return shapes.reduce(either);
  }

  private sequence(outermost: boolean): Shape {
    let shape = outermost && !this.take('^') && !this.sticky ? ANYTHING : EMPTY;
    let bounded = false;
    while (this.at < this.source.length && !'|)'.includes(this.source.charAt(this.at))) {
      bounded = this.source.charAt(this.at) === '$';
      shape = after(shape, this.times(this.atom()));
    }
    return outermost && !bounded ? after(shape, ANYTHING) : shape;
  }

  private times(shape: Shape): Shape {
    const found = /^(?:([?*+])|\{(\d+)(,?)(\d*)\})\??/.exec(this.source.slice(this.at));
    if (found === null) return shape;
    this.at += found[0].length;
    const [, sign, from, comma, to] = found;
    if (sign === '?') return repeat(shape, 0, 1);
    if (sign !== undefined) return repeat(shape, sign === '+' ? 1 : 0, Number.POSITIVE_INFINITY);
    const least = Number(from);
    return repeat(shape, least, comma === '' ? least : to === '' ? Number.POSITIVE_INFINITY : Number(to));
  }

  private atom(): Shape {
    if (this.take('(')) return this.group();
    if (this.take('[')) return this.class();
    if (this.take('^') || this.take('$')) return EMPTY;
    if (this.take('.')) return this.one(ANY);
    if (this.take('\\')) {
      // What a group holds, or nothing where it took no part.
      if (/^[1-9]/.test(this.source.slice(this.at))) return this.skip(/^\d+/, ANYTHING);
      return this.one(this.escaped());
    }
    if ('*+?{}]'.includes(this.source.charAt(this.at))) throw this.unknown();
    const unit = this.source.charCodeAt(this.at++);
    return this.one([unit, unit]);
  }

  private group(): Shape {
    const around = this.take('?=') || this.take('?!') || this.take('?<=') || this.take('?<!');
    if (!around && !this.take('?:') && this.source.charAt(this.at) === '?') throw this.unknown();
    const inner = this.alternatives(false);
    if (!this.take(')')) throw this.unknown();
    return around ? EMPTY : inner;
  }

  private class(): Shape {
    const denied = this.take('^');
    const ranges: number[] = [];
    while (!this.take(']')) {
      const first = this.take('\\') ? this.escaped() : this.single();
      if (first.length === 2 && this.source.charAt(this.at + 1) !== ']' && this.take('-')) {
        const last = this.take('\\') ? this.escaped() : this.single();
        ranges.push(first[0] as number, last[1] as number);
      } else ranges.push(...first);
    }
    return this.one(denied ? ANY : ranges);
  }

  private single(): Units {
    if (this.at >= this.source.length) throw this.unknown();
    const unit = this.source.charCodeAt(this.at++);
    return [unit, unit];
  }

  private escaped(): Units {
    if (this.take('d')) return DIGIT;
    if (this.take('s')) return SPACE;
    if (this.take('n')) return [10, 10];
    if (this.take('p{Script=Han}')) return HAN;
    const unit = /^u([0-9a-f]{4})/i.exec(this.source.slice(this.at))?.[1];
    if (unit !== undefined)
      return this.skip(/^u.{4}/, [Number.parseInt(unit, 16), Number.parseInt(unit, 16)]);
    if (/[0-9A-Za-z]/.test(this.source.charAt(this.at))) throw this.unknown();
    return this.single();
  }

  /** One character; with the flag u it may be two units, where it is no single one. */
  private one(units: Units): Shape {
    const head = PLACES.map(() => units);
    const most = this.pairs && (units === ANY || units.length > 2) ? 2 : 1;
    return { least: 1, most, head, tail: head, within: units, pairs: null };
  }

  private take(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private skip<T>(pattern: RegExp, value: T): T {
    this.at += pattern.exec(this.source.slice(this.at))?.[0].length ?? 0;
    return value;
  }

  private unknown(): Error {
    return new Error(`unknown syntax at ${this.at} of ${this.source}`);
  }
}

function either(a: Shape, b: Shape): Shape {
  return {
    least: Math.min(a.least, b.least),
    most: Math.max(a.most, b.most),
    head: PLACES.map((i) => [...(a.head[i] ?? NONE), ...(b.head[i] ?? NONE)]),
    tail: PLACES.map((i) => [...(a.tail[i] ?? NONE), ...(b.tail[i] ?? NONE)]),
    within: [...a.within, ...b.within],
    pairs: a.pairs && b.pairs && [...a.pairs, ...b.pairs],
  };
}

/** `a` and right after it `b`. */
function after(a: Shape, b: Shape): Shape {
  return {
    least: a.least + b.least,
    most: a.most + b.most,
    head: places(a.head, a, b.head, b),
    tail: places(b.tail, b, a.tail, a),
    within: sizeOf(a.within) <= sizeOf(b.within) ? a.within : b.within,
    pairs: fewest([a.pairs, b.pairs, pairsBetween(a, b)]),
  };
}

/** Where neither of two can be empty, what the last unit of one and the first of the other may be together. */
function pairsBetween(a: Shape, b: Shape): readonly Pair[] | null {
  const [last = NONE, first = NONE] = [a.tail[0], b.head[0]];
  if (a.least === 0 || b.least === 0 || sizeOf(last) * sizeOf(first) > MOST_PAIRS) return null;
  return unitsOf(last).flatMap((x) => unitsOf(first).map((y): Pair => [x, y]));
}

function fewest(sets: readonly (readonly Pair[] | null)[]): readonly Pair[] | null {
  return sets.reduce((a, b) => (a === null || (b !== null && b.length < a.length) ? b : a), null);
}

function unitsOf(ranges: Units): number[] {
  const units: number[] = [];
  for (let r = 0; r < ranges.length; r += 2)
    for (let unit = ranges[r] as number; unit <= (ranges[r + 1] as number); unit++) units.push(unit);
  return units;
}

/** What may stand in the places of the nearer one, and behind it, where it is short enough, in those of the farther one. */
function places(near: readonly Units[], nearer: Shape, far: readonly Units[], farther: Shape): Units[] {
  return PLACES.map((i) => {
    const units = nearer.most > i ? [...(near[i] ?? NONE)] : [];
    for (let size = nearer.least; size <= Math.min(nearer.most, i); size++)
      if (farther.most > i - size) units.push(...(far[i - size] ?? NONE));
    return units;
  });
}

function sizeOf(units: Units): number {
  let size = 0;
  for (let r = 0; r < units.length; r += 2) size += (units[r + 1] as number) - (units[r] as number) + 1;
  return size;
}

function repeat(shape: Shape, least: number, most: number): Shape {
  let repeated = EMPTY;
  for (let n = 0; n < least; n++) repeated = after(repeated, shape);
  // More than fill the places at both ends change nothing but the length.
  const maybe = either(shape, EMPTY);
  for (let n = 0; n < Math.min(most - least, PLACES.length); n++) repeated = after(repeated, maybe);
  return { ...repeated, most: shape.most === 0 ? 0 : shape.most * most };
}
