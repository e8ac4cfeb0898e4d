import { gunzipSync, gzipSync } from 'node:zlib';
import type { RawDocument } from '../read/raw-document';

/** A batch as it lies in the queue: JSON, with the bytes of its documents packed. */
export interface QueuedBatch {
  readonly runId: number;
  readonly ordinal: number;
  readonly source: string | null;
  readonly synthetic: readonly string[];
  /** gzip of JSON of the documents with their bytes in base64, in base64. */
  readonly documents: string;
}

export function packDocuments(documents: readonly RawDocument[]): string {
  const plain = documents.map((d) => ({ ...d, bytes: Buffer.from(d.bytes).toString('base64') }));
  return gzipSync(JSON.stringify(plain), { level: 1 }).toString('base64');
}

export function unpackDocuments(packed: string): RawDocument[] {
  const plain = JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString()) as (Omit<
    RawDocument,
    'bytes'
  > & {
    bytes: string;
  })[];
  return plain.map((d) => ({ ...d, bytes: Buffer.from(d.bytes, 'base64') }));
}

/** The key of a batch in the queue, so that putting it there twice is putting it there once. */
export function jobKey(runId: number, ordinal: number): string {
  return `run:${runId}:${ordinal}`;
}

export const INGEST_TASK = 'ingest_batch';
export const PUBLISH_TASK = 'publish_run';
/** After so many failures a batch is given up, named in the notes of its run. */
export const ATTEMPTS = 8;
