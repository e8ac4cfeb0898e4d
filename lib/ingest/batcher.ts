import type { RawDocument } from './read/raw-document';

const BATCH_BYTES = 1_500_000;
const BATCH_DOCUMENTS = 500;

/** Gathers documents into batches of about 1.5 MB, numbered from 0. */
export class Batcher {
  private documents: RawDocument[] = [];
  private bytes = 0;
  private ordinal = 0;

  /** The full batch, when this document completes one. */
  add(document: RawDocument): { ordinal: number; documents: RawDocument[] } | null {
    this.documents.push(document);
    this.bytes += document.bytes.length;
    return this.bytes >= BATCH_BYTES || this.documents.length >= BATCH_DOCUMENTS ? this.take() : null;
  }

  /** What has gathered, full or not. */
  take(): { ordinal: number; documents: RawDocument[] } {
    const batch = { ordinal: this.ordinal++, documents: this.documents };
    this.documents = [];
    this.bytes = 0;
    return batch;
  }
}
