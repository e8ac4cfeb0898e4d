const NEWLINE = 0x0a;

/** A pair of neighbouring UTF-16 units as one signed integer of 32 bits: what the index of phrases holds. */
export function gram(first: number, second: number): number {
  return (first << 16) | second;
}

/** The different pairs of a text, in ascending order. None reaches over a line end: a phrase stands in one line. */
export function gramsOf(text: string): number[] {
  const all = new Int32Array(Math.max(0, text.length - 1));
  let n = 0;
  for (let i = 1; i < text.length; i++) {
    const [a, b] = [text.charCodeAt(i - 1), text.charCodeAt(i)];
    if (a !== NEWLINE && b !== NEWLINE) all[n++] = gram(a, b);
  }
  const sorted = all.subarray(0, n).sort();
  const distinct: number[] = [];
  for (const g of sorted) if (distinct[distinct.length - 1] !== g) distinct.push(g);
  return distinct;
}
