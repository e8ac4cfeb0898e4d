import type { Filters } from '@/lib/filters';
import type { View } from '@/lib/format/view';
import type { DirectiveKey } from '@/lib/queries/directive-copies';
import type { PhraseQuery } from '@/lib/queries/phrase-query';
import type { Own } from '../_figures/figure';

/** What a view counts, and in which scope: each has its list of evidence in the pack, and its sentence in the method. */
export type Part = { readonly filters: Filters } & (
  | { readonly kind: 'slogan'; readonly id: number; readonly name: string }
  | { readonly kind: 'phrase'; readonly query: PhraseQuery; readonly name: string }
  /** The mentions of all slogans. */
  | { readonly kind: 'scope' }
  | { readonly kind: 'document'; readonly id: string; readonly name: string }
  | { readonly kind: 'lists'; readonly text?: string | undefined; readonly style?: string | undefined }
  | { readonly kind: 'copies'; readonly key: DirectiveKey; readonly name: string }
  | {
      readonly kind: 'documents';
      readonly text?: string | undefined;
      readonly lacking?: 'date' | 'place' | undefined;
    }
);

/** A view opened for packing. */
export interface Opened {
  /** What the view is about, besides its kind and period. */
  readonly subject: string;
  /** Its page, with all filters. */
  readonly page: string;
  readonly figures: readonly (readonly [name: string, own: Own])[];
  /** Addresses of further tables of the page, below /api/v1. */
  readonly tables: readonly string[];
  readonly parts: readonly Part[];
}

/** What stands on a kind of page; its name and the parameters of its address are in lib/api/packs.ts. */
export interface EvidenceView {
  /** Null where what the address names does not exist. */
  open(view: View, own: Own): Promise<Opened | null>;
}
