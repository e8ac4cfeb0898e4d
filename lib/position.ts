/** A place in a list that is ordered by day, document and a number within it: where the next page goes on. */
export interface Position {
  readonly day: string;
  /** 63 bits as a decimal string. */
  readonly documentId: string;
  readonly ordinal: number;
}

const FORM = /^(\d{4}-\d{2}-\d{2})_(\d{1,19})_(\d{1,9})$/;
const IDS = 2n ** 63n;

/** Whether the calendar has this day of the years 1 to 9999; 0001-01-01 stands for no date. */
function isCalendarDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return day > '0001' && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** Reads a position out of an address; null for what no list of ours can have written. */
export function readPosition(text: string): Position | null {
  const [, day = '', documentId = '', ordinal = ''] = FORM.exec(text) ?? [];
  if (!isCalendarDay(day) || BigInt(documentId) >= IDS) return null;
  return { day, documentId, ordinal: Number(ordinal) };
}

export function writePosition({ day, documentId, ordinal }: Position): string {
  return `${day}_${documentId}_${ordinal}`;
}

/** Reads how many rows were before, of lists that go on by their number. */
export function readOffset(text: string | undefined): number {
  if (!/^\d{1,9}$/.test(text ?? '0')) throw new TypeError(`not a cursor: ${text}`);
  return Number(text ?? 0);
}
