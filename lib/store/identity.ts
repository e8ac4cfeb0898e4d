import { createHash } from 'node:crypto';
import type { Extraction } from '@/lib/types';

export interface Identity {
  /** The first 63 bits of `sha256`: fits a signed 64-bit column, exceeds what a JavaScript number holds. */
  readonly id: bigint;
  readonly sha256: Buffer;
}

/** The first 63 bits of a SHA-256 as a non-negative integer. */
export function first63Bits(sha256: Buffer): bigint {
  return sha256.readBigUInt64BE(0) >> 1n;
}

/**
 * What makes a document the same document: where it stands (source with URL or id) and what it says. The same
 * text at another address is another document of the same copy group.
 */
export function documentIdentity(document: {
  source: string;
  url: string | null;
  externalId: string | null;
  original: string;
}): Identity {
  const address = document.url ?? document.externalId ?? '';
  const sha256 = createHash('sha256')
    .update(`${document.source}\n${address}\n`)
    .update(document.original)
    .digest();
  return { id: first63Bits(sha256), sha256 };
}

/** Equal for texts that differ in white space at most: the copy group of a text that has no near copies. */
export function textHash(text: string): bigint {
  return first63Bits(createHash('sha256').update(text.replace(/\s+/g, '')).digest());
}

/** Raised when more is stored of a document than before, so that extracting again brings old ones up to it. */
const STORED_FORM = 2;

/**
 * Over everything that was found in a document: equal where extracting it again finds the same. What the document
 * came with is left out, and absent fields count as null, as they come back from the database.
 */
export function findingsHash(extraction: Extraction): bigint {
  const { id: _, source: __, url: ___, original: ____, encoding: _____, notes, ...findings } = extraction;
  const plain = notes.map((n) => [n.stage, n.code, n.start ?? null, n.detail ?? null]);
  return first63Bits(
    createHash('sha256')
      .update(JSON.stringify([STORED_FORM, findings, plain]))
      .digest(),
  );
}
