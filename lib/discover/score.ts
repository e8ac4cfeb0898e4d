import { FEATURES, type Feature, type Features } from './features';

/**
 * What each feature is worth, in log odds. Learned by logistic regression on the evening news 2012–2026 with half of the
 * lexicon as the truth, frequent slogans weighing more (docs/quality.md has the figures on the other half).
 */
export const WEIGHTS: Readonly<Record<Feature, number>> = {
  documents: 4.25, // logarithm of its documents
  documentsSquared: 4.06, // and its square
  spreadYears: 0.23, // share of the years of the corpus
  spreadPlaces: 1.6, // logarithm of its places
  policy: 0.91, // share of documents in the register of policy
  company: 2.42, // seeds in the same documents
  cohesion: 1.2, // mutual information of its weakest joint
  entropy: 1.55, // variety of its neighbours
  grown: 2.53, // share inside one longer n-gram
  grownMost: -0.28, // more than 70 % so
  freeLeft: -0.04, // share with a soft boundary in front
  freeRight: -0.19, // and behind
  freeBoth: 0.73, // the smaller of the two
  freeSeldom: -2.4, // hardly ever either
  alone: -1.02, // share outside of longer proposals
  quoted: 7.59, // root of the share in quotation marks
  quotedOften: -1.38, // more than 40 % so
  introduced: 1.81, // share of the corpus before its first years
  faded: 1.29, // share of the corpus behind its last years
  seasonal: -3.78, // bound to calendar months
  formula: 0.69, // 1+1+9
  numeral: 1.8, // 四个意识
  balanced: 2.07, // 外防输入、内防反弹
  unbalanced: -0.39, // other chains of clauses
  length2: -1.17,
  length3: -1.13,
  length4: -1.1,
  length5: -0.52,
  length6to7: -0.12,
  length8to11: -0.03,
  length12: -0.17,
  name: -0.78, // bodies, meetings, people, countries
  verbFirst: -1.83, // 坚持…, 推动…
  vagueLast: -0.32, // …工作, …情况
  canonicalLast: 1.07, // …精神, …战略
  digits: -0.57, // Arabic digits
};
const BASE = -9.82;

/** Log odds, up to a constant, that a phrase with these features is a slogan. */
export function scoreOf(features: Features): number {
  let sum = BASE;
  for (const name of FEATURES) sum += WEIGHTS[name] * features[name];
  return sum;
}
