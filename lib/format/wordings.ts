/** A directive as it is written somewhere: the marker before its head and the mark at its end are not its wording. */
interface Written {
  readonly text: string;
  readonly head: string;
}

/** Markers are at most so long: 第十一，. */
const LONGEST_MARKER = 8;

/** The words of a directive alone: 一是压实责任； and （二）压实责任。 say the same. */
export function wordingOf({ text, head }: Written): string {
  const start = head === '' ? 0 : text.indexOf(head);
  const words = start > 0 && start <= LONGEST_MARKER ? text.slice(start) : text;
  return words.replace(/[\s；;。.，,、]+$/u, '');
}

export interface Wording<Row> {
  readonly text: string;
  /** Where it stands so, in the order given. */
  readonly rows: readonly Row[];
}

/** Directives by their wording, each wording where its first row stands. */
export function byWording<Row extends Written>(rows: readonly Row[]): readonly Wording<Row>[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const text = wordingOf(row);
    groups.set(text, [...(groups.get(text) ?? []), row]);
  }
  return [...groups].map(([text, same]) => ({ text, rows: same }));
}
