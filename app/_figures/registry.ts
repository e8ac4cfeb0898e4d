import { COMPARE_FIGURES } from './compare-figures';
import { CORPUS_FIGURES } from './corpus-figures';
import type { Figure, Own } from './figure';
import { PLACE_FIGURES } from './place-figures';
import { SLOGAN_FIGURES } from './slogan-figures';
import { WORD_FIGURES } from './word-figures';

/** Every chart of the site by its name: what ⋯, /figures, /embed/figures and /oembed know. */
export const FIGURES: Readonly<Record<string, Figure>> = {
  ...SLOGAN_FIGURES,
  ...CORPUS_FIGURES,
  ...COMPARE_FIGURES,
  ...PLACE_FIGURES,
  ...WORD_FIGURES,
};

/** The parameters of a figure that an address holds, besides the filters. */
export function ownOf(figure: Figure, params: URLSearchParams): Own {
  return Object.fromEntries(figure.own.map((name) => [name, params.get(name)?.slice(0, 200) || undefined]));
}
