export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without the line break; null when the line was longer than allowed and was skipped. */
  readonly bytes: Uint8Array | null;
  readonly length: number;
}

const NEWLINE = 10;
const RETURN = 13;

/**
 * Cuts a stream of bytes into lines in bounded memory: of a line that is longer than `limit` only the length is
 * kept. Empty lines are counted and not yielded.
 */
export async function* splitLines(stream: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let number = 0;
  let parts: Uint8Array[] = [];
  let length = 0;
  const take = (): Line | null => {
    number++;
    const line =
      length > limit ? { number, bytes: null, length } : { number, bytes: joined(parts, length), length };
    parts = [];
    length = 0;
    return line.bytes?.length === 0 ? null : line;
  };
  const add = (part: Uint8Array) => {
    length += part.length;
    if (length <= limit) parts.push(part);
    else parts = [];
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, at));
      from = at + 1;
      const line = take();
      if (line) yield line;
    }
    add(chunk.subarray(from));
  }
  if (length > 0) {
    const line = take();
    if (line) yield line;
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes[length - 1] === RETURN ? bytes.subarray(0, length - 1) : bytes;
}
