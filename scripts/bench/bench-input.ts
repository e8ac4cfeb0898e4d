import { decode } from '@/lib/text/decode';
import type { Input } from '@/lib/types';

export const NOTHING_GIVEN = {
  id: null,
  source: null,
  url: null,
  title: null,
  date: null,
  place: null,
  published: null,
};

/** A document without metadata, decoded. */
export function toInput(bytes: Uint8Array): Input {
  const { text, encoding, notes } = decode(bytes);
  return {
    id: null,
    source: null,
    url: null,
    title: null,
    date: null,
    place: null,
    published: null,
    encoding,
    text,
    notes,
  };
}
