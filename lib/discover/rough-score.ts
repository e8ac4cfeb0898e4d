import { isName } from './names';
import type { Proposal } from './propose';
import { isBalanced } from './shape';
import { opensWithVerb } from './wording';

/** Weight by length; two characters are seldom a slogan, longer ones as good as any. */
const LENGTH = [0, 0, 0.35, 0.6, 1, 1, 1.1];
const SHAPE = { formula: 2.2, numeral: 1.5, parallel: 1.5, phrase: 1 } as const;

/**
 * A first ranking by counts alone, set by hand: which proposals are worth a second reading, and which are seeds whose
 * company counts. The ranking that readers see is `score`.
 */
export function roughScore(p: Proposal): number {
  const spread = Math.log2(1 + p.documents);
  const entropy = Math.min(1, Math.min(p.left, p.right) / 3.5);
  const free = (p.freeLeft + p.freeRight) / 2;
  const boundary = Math.max(entropy, Math.min(p.freeLeft, p.freeRight));
  const whole = 1 - 0.8 * Math.max(p.grownLeft, p.grownRight) ** 4;
  const wording = (isName(p.phrase) ? 0.3 : 1) * (opensWithVerb(p.phrase) ? 0.4 : 1);
  const shape = p.shape === 'parallel' && !isBalanced(p.phrase) ? 0.6 : SHAPE[p.shape];
  return (
    (0.1 + p.policy ** 1.5) *
    spread *
    boundary *
    whole *
    Math.min(1, Math.max(p.cohesion, p.shape === 'numeral' ? 3 : 0) / 5) *
    (1 + 2.5 * Math.sqrt(p.quoted) + 0.6 * free) *
    wording *
    shape *
    (p.shape === 'numeral' ? 1 : (LENGTH[p.phrase.length] ?? 1.1))
  );
}
