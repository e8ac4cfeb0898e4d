import type { Locale } from '@/lib/i18n/locale';
import type { ConcordanceWords } from '../text/concordance-line';

/** The words of the drawer; `count` with {mentions} and {reports} to be filled in. */
export interface DrawerWords {
  readonly locale: Locale;
  readonly count: string;
  readonly close: string;
  readonly open: string;
  readonly failed: string;
  readonly line: ConcordanceWords;
}

/** One point of a line, with what it reads out; the numbers arrive formatted. */
export interface LivePoint {
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly thin: boolean;
  readonly running: boolean;
  readonly text: string;
  /** Empty where there is nothing to lead to. */
  readonly href: string;
}

/** What dragging over a chart leads to. */
export interface ZoomProps {
  /** The page without a period. */
  readonly address: string;
  /** The period of each bucket as filters hold it. */
  readonly periods: readonly (readonly [from: string, until: string])[];
}

export interface LiveProps {
  readonly lines: readonly { readonly name: string; readonly points: readonly LivePoint[] }[];
  /** Reports by bucket, for the bars; empty for none. */
  readonly volume: readonly number[];
  readonly ribbon: boolean;
  /** Top of the y axis. */
  readonly top: number;
  /** What the chart is of, for those who do not see it. */
  readonly title: string;
  readonly words: DrawerWords;
  readonly zoom?: ZoomProps | undefined;
}
