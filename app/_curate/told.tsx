import { oneValue } from '@/lib/filters';
import type { View } from '@/lib/format/view';

/** What became of what a curator asked for. */
export function Told({ view }: { view: View }) {
  const told = oneValue(view.params.told);
  const key = `curate.told-${told}` as 'curate.told-done';
  if (!told || !view.t.has(key)) return null;
  return (
    <p role="status" className="told">
      {view.t(key)}
    </p>
  );
}
