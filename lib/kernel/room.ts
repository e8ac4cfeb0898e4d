/** Room in the memory of the kernel for a text as it came and as it goes, and for what is found in it. */
import { Buffer } from 'node:buffer';
import { allocate, buffer } from './memory';
import { decode } from './text';

/** Stages look a few units ahead: behind a text they must not find what an earlier document left there. */
const LOOK_AHEAD = 16;
/** How many lists of marks there are (see `list` in source/text.as). */
const LISTS = 5;
const COUNTS = allocate(32);

interface Addresses {
  /** Units of a text that there is room for. */
  readonly size: number;
  readonly bytes: number;
  readonly input: number;
  readonly output: number;
  readonly foreign: number;
  readonly lists: number;
  readonly candidates: number;
  /** As much again, for what belongs to each of them. */
  readonly located: number;
  /** Three numbers a unit. */
  readonly hits: number;
  /** Numbers of hits: those that are slogans, and those that settle a quotation. */
  readonly chosen: number;
  readonly quoted: number;
  /** Three numbers a unit. */
  readonly places: number;
}

/** Views of the memory, valid until it grows. */
interface Room extends Addresses {
  readonly buffer: ArrayBuffer;
  readonly byteView: Uint8Array;
  readonly inputUnits: Uint16Array;
  readonly inputBytes: Buffer;
  readonly outputUnits: Uint16Array;
  readonly outputBytes: Buffer;
  readonly foreignUnits: Uint16Array;
  /** One behind the other, `size` numbers each. */
  readonly listViews: readonly [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  readonly counts: Int32Array;
  readonly hitView: Int32Array;
  readonly chosenView: Int32Array;
  readonly quotedView: Int32Array;
  readonly placeView: Int32Array;
  readonly countsAt: number;
}

function take(size: number): Addresses {
  return {
    size,
    bytes: allocate(3 * size + LOOK_AHEAD),
    input: allocate(2 * size),
    output: allocate(2 * size),
    foreign: allocate(2 * size),
    lists: allocate(4 * LISTS * size),
    candidates: allocate(4 * size),
    located: allocate(4 * size),
    hits: allocate(12 * size),
    chosen: allocate(4 * size),
    quoted: allocate(4 * size),
    places: allocate(12 * size),
  };
}

function view(addresses: Addresses): Room {
  const { size, bytes, input, output, foreign, lists, hits, chosen, quoted, places } = addresses;
  const listAt = (number: number) => new Int32Array(buffer, lists + 4 * number * size, size);
  return {
    ...addresses,
    buffer,
    byteView: new Uint8Array(buffer, bytes, 3 * size + LOOK_AHEAD),
    inputUnits: new Uint16Array(buffer, input, size),
    inputBytes: Buffer.from(buffer, input, 2 * size),
    outputUnits: new Uint16Array(buffer, output, size),
    outputBytes: Buffer.from(buffer, output, 2 * size),
    foreignUnits: new Uint16Array(buffer, foreign, size),
    listViews: [listAt(0), listAt(1), listAt(2), listAt(3), listAt(4)],
    counts: new Int32Array(buffer, COUNTS, 5),
    hitView: new Int32Array(buffer, hits, 3 * size),
    chosenView: new Int32Array(buffer, chosen, size),
    quotedView: new Int32Array(buffer, quoted, size),
    placeView: new Int32Array(buffer, places, 3 * size),
    countsAt: COUNTS,
  };
}

let room = view(take(8192));
/** The text whose units stand in `inputUnits`. */
let held = '';
/** The text that was decoded last. */
let decoded = '';

/** Room for a text of `length` units. Makes views of earlier rooms useless where it has to grow. */
export function roomFor(length: number): Room {
  if (length + LOOK_AHEAD > room.size) {
    room = view(take(Math.ceil(1.5 * (length + LOOK_AHEAD))));
    held = '';
  } else if (room.buffer !== buffer) room = view(room);
  return room;
}

/** The text of valid UTF-8, whose units then stand in the room; null for bytes that are none or hold a zero. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  const { length } = bytes;
  const { byteView, inputUnits, inputBytes, bytes: from, input: to } = roomFor(length);
  byteView.set(bytes);
  for (let i = 0; i < LOOK_AHEAD; i++) byteView[length + i] = 0;
  held = '';
  const units = decode(from, length, to);
  if (units < 0) return null;
  for (let i = 0; i < LOOK_AHEAD; i++) inputUnits[units + i] = 0;
  held = inputBytes.toString('utf16le', 0, units * 2);
  decoded = held;
  return held;
}

/** Whether a text is the one decoded last: such a text holds no zero and no half of a pair. */
export function wasDecoded(text: string): boolean {
  return text === decoded;
}

/** The units of a text, followed by zeros: those that decoding it left behind, or a copy (some GB/s). */
export function inputOf(text: string): Uint16Array {
  const { length } = text;
  const { inputUnits, inputBytes } = roomFor(length);
  if (text === held && length > 0) return inputUnits;
  inputBytes.write(text, 'utf16le');
  for (let i = 0; i < LOOK_AHEAD; i++) inputUnits[length + i] = 0;
  held = text;
  return inputUnits;
}

/** A copy of a text's units, to be changed. */
export function outputOf(text: string): Uint16Array {
  const { length } = text;
  const { outputUnits, outputBytes } = roomFor(length);
  outputBytes.write(text, 'utf16le');
  for (let i = 0; i < LOOK_AHEAD; i++) outputUnits[length + i] = 0;
  return outputUnits;
}

/** The first units of the output as a string; zeros then stand behind them. */
export function readOutput(length: number): string {
  for (let i = 0; i < LOOK_AHEAD; i++) room.outputUnits[length + i] = 0;
  return room.outputBytes.toString('utf16le', 0, length * 2);
}

/** The units whose address was asked for last: those of one text are asked for by many, and the answer never changes. */
let known: Uint16Array | null = null;
let knownAt = 0;

/** Where units stand in the memory of the kernel; those of others are copied to where nothing else stands. */
export function addressOf(units: Uint16Array): number {
  if (units === known) return knownAt;
  if (units.buffer === buffer) {
    known = units;
    knownAt = units.byteOffset;
    return knownAt;
  }
  const { foreignUnits, foreign } = roomFor(units.length);
  foreignUnits.set(units);
  for (let i = 0; i < LOOK_AHEAD; i++) foreignUnits[units.length + i] = 0;
  return foreign;
}

/** Where the list of marks with this number stands in the memory of the kernel; that of others is copied into the room. */
export function addressOfList(list: Int32Array, number: 0 | 1 | 2 | 3 | 4): number {
  if (list !== room.listViews[number]) roomFor(list.length).listViews[number].set(list);
  return room.lists + 4 * number * room.size;
}
