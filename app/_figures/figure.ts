import type { View } from '@/lib/format/view';

/** Parameters of a figure besides the filters. */
export type Own = Readonly<Record<string, string | undefined>>;

/** A chart as a picture, without its frame. */
export interface Drawing {
  readonly title: string;
  readonly subtitle: string;
  /** What is measured; above the marks. */
  readonly axisTitle: string;
  /** SVG in the pixels of the picture. */
  readonly body: string;
  /** What a person would say of it. */
  readonly sentence: string;
}

export interface Figure {
  /** The names of its own parameters. */
  readonly own: readonly string[];
  /** Address of the same numbers as CSV. */
  csv(view: View, own: Own): string;
  /** The page that it stands on. */
  page(view: View, own: Own): string;
  /** Null where its subject does not exist, or there is nothing to draw. */
  draw(view: View, own: Own): Promise<Drawing | null>;
}

/** Names of rows with what stands behind them, as one sentence. */
export function listSentence(
  view: View,
  rows: readonly { readonly name: string; readonly text: string }[],
): string {
  return rows
    .map((r) => view.t('figure.listed', { name: r.name, text: r.text }))
    .join(view.t('figure.between'));
}
