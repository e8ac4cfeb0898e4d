import type { View } from '@/lib/format/view';
import type { Sample } from '@/lib/queries/kept-answers';

/** Says that numbers are a first figure, from a sample, and of how much; nothing where they are of everything. */
export function FirstFigures({ view, sample }: { view: View; sample: Sample | null }) {
  if (!sample) return null;
  const { t, n } = view;
  return (
    <p className="small first-figures" role="note">
      {t('sample.first', { share: n.share(sample.share) })}
    </p>
  );
}
