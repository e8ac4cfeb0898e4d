import { FEATURES, type Feature, type Features } from './features';

/**
 * What each feature is worth, in log odds. Learned by logistic regression on the evening news 2012–2026 with half of the
 * lexicon as the truth, frequent slogans weighing more; docs/quality.md has the figures on the other half. Where a
 * product stands beside its factors (quotedFrequent beside quoted and documents) only their sum means something.
 */
export const WEIGHTS: Readonly<Record<Feature, number>> = {
  documents: 13.12, // logarithm of its documents
  documentsSquared: -5.37, // and its square
  spreadYears: 0.0, // share of the years of the corpus
  spreadPlaces: 0.99, // logarithm of its places
  policy: 1.91, // share of documents in the register of policy
  company: -0.39, // seeds in the same documents
  cohesion: 3.22, // mutual information of its weakest joint
  entropy: 2.03, // variety of its neighbours
  grown: 3.49, // share inside one longer n-gram
  grownMost: -0.32, // more than 70 % so
  freeLeft: -0.87, // share with a soft boundary in front
  freeRight: -0.1, // and behind
  freeBoth: 1.43, // the smaller of the two
  freeSeldom: -1.69, // hardly ever either
  alone: -0.08, // share outside of longer proposals
  quoted: -1.54, // root of the share in quotation marks
  quotedOften: -3.6, // more than 40 % so
  introduced: 1.97, // share of the corpus before its first years
  faded: 2.39, // share of the corpus behind its last years
  seasonal: -3.57, // bound to calendar months
  formula: 1.5, // 1+1+9; by hand: the evening news hardly has any
  numeral: 1.23, // 四个意识
  balanced: 2.2, // 外防输入、内防反弹
  unbalanced: -0.78, // other chains of clauses
  length2: -2.09,
  length3: -0.91,
  length4: -0.71,
  length5: 0.08,
  length6to7: 0.61,
  length8to11: 0.3,
  length12: -0.01,
  name: -0.77, // bodies, meetings, people, countries
  verbFirst: -2.07, // 坚持…, 推动…
  vagueLast: -0.06, // …工作, …情况
  canonicalLast: -2.15, // …精神, …战略
  digits: -0.505, // Arabic digits
  quotedFrequent: 35.65, // quoted × documents
  quotedChain: 2.34, // quoted × balanced
  quotedPlain: -2.01, // quoted, of no other shape
  canonicalFrequent: 5.94, // canonicalLast × documents
  canonicalFree: 0.86, // canonicalLast × freeBoth
  companyFrequent: 7.01, // company × documents
};
const BASE = -15.93;

/** Log odds, up to a constant, that a phrase with these features is a slogan. */
export function scoreOf(features: Features): number {
  let sum = BASE;
  for (const name of FEATURES) sum += WEIGHTS[name] * features[name];
  return sum;
}
