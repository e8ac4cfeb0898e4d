import type { PackName } from '@/lib/api/packs';
import { COMPARE_VIEWS } from './compare-views';
import type { EvidenceView } from './evidence-view';
import { SCOPE_VIEWS } from './scope-views';
import { SLOGAN_VIEWS } from './slogan-views';
import { TEXT_VIEWS } from './text-views';

/** Every kind of page that a pack of evidence can be had of, by the name in its address. */
export const EVIDENCE_VIEWS: Readonly<Record<PackName, EvidenceView>> = {
  ...SCOPE_VIEWS,
  ...SLOGAN_VIEWS,
  ...COMPARE_VIEWS,
  ...TEXT_VIEWS,
};
