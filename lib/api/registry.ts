import type { ExampleIds } from '@/lib/queries/example-ids';
import { fillExample } from './example';
import { pathParameters, type Question } from './question';
import { chains, sloganCompany, sloganDrift, sloganSuccession } from './questions/company-questions';
import {
  comparedSlogans,
  peerKeyness,
  periodKeyness,
  placeKeyness,
  placeSilence,
  placeSimilarity,
} from './questions/comparison-questions';
import {
  directiveList,
  documentList,
  eventList,
  placeTree,
  sourceList,
  totalsQuestion,
} from './questions/corpus-questions';
import { coverageQuestion, placeCoverage } from './questions/coverage-questions';
import { copiesOfDirective, lengthsOfLists, rankInLists } from './questions/directive-questions';
import { heat, heatChanges } from './questions/heat-questions';
import { adoptionCurve, sloganAdoption, sloganDispersion, sloganLife } from './questions/life-questions';
import { phraseOccurrences, phraseSeries } from './questions/phrase-questions';
import { sloganFrequency, sloganPlaces, sloganRanking } from './questions/series-questions';
import { sloganEntry, sloganList, sloganMentions } from './questions/slogan-questions';
import { sloganOverPlaces, sloganSaid, sloganSeries } from './questions/split-series-questions';

/** Everything that /api/v1 answers: routes, the OpenAPI document and its examples come from here. */
export const QUESTIONS: readonly Question[] = [
  totalsQuestion,
  coverageQuestion,
  placeCoverage,
  sloganRanking,
  sloganList,
  sloganEntry,
  sloganFrequency,
  sloganPlaces,
  sloganOverPlaces,
  sloganMentions,
  sloganLife,
  sloganAdoption,
  adoptionCurve,
  sloganDispersion,
  sloganCompany,
  sloganSuccession,
  sloganDrift,
  sloganSaid,
  chains,
  heat,
  heatChanges,
  placeKeyness,
  periodKeyness,
  peerKeyness,
  sloganSeries,
  comparedSlogans,
  placeSimilarity,
  placeSilence,
  phraseSeries,
  phraseOccurrences,
  placeTree,
  documentList,
  directiveList,
  lengthsOfLists,
  rankInLists,
  copiesOfDirective,
  sourceList,
  eventList,
];

export interface Found {
  readonly question: Question;
  readonly path: Readonly<Record<string, string>>;
}

/** The question at a path below /api/v1, given as its decoded segments; null where there is none. */
export function findQuestion(segments: readonly string[]): Found | null {
  for (const question of QUESTIONS) {
    const pattern = question.path.split('/').slice(1);
    if (pattern.length !== segments.length) continue;
    const path: Record<string, string> = {};
    const fits = pattern.every((part, i) => {
      const [name] = pathParameters(part);
      if (name === undefined) return part === segments[i];
      path[name] = segments[i] ?? '';
      return true;
    });
    if (fits) return { question, path };
  }
  return null;
}

/** The address of a question's example, below the root of the site; null where the data have nothing to try it on. */
export function exampleUrl({ path, example: given }: Question, ids: ExampleIds): string | null {
  const example = fillExample(given, ids);
  if (!example) return null;
  const inPath = pathParameters(path);
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(example[name] ?? ''));
  const query = new URLSearchParams(Object.entries(example).filter(([name]) => !inPath.includes(name)));
  return `/api/v1${filled}${query.size > 0 ? `?${query}` : ''}`;
}
