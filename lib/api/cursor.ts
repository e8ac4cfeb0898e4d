/** A cursor says where to go on, and in which state of the data: after a change, "the next hundred" means nothing. */
interface Cursor {
  readonly version: number;
  readonly after: string;
}

export function encodeCursor({ version, after }: Cursor): string {
  return Buffer.from(`${version} ${after}`).toString('base64url');
}

/** Null for what is no cursor of ours. */
export function decodeCursor(text: string): Cursor | null {
  const match = /^(\d{1,9}) ([\w-]{1,100})$/.exec(Buffer.from(text, 'base64url').toString());
  return match ? { version: Number(match[1]), after: match[2] ?? '' } : null;
}
