import { cache } from 'react';
import type { CoverageBucket } from '@/components/frame/coverage-strip';
import type { StripData } from '@/components/frame/filter-strip';
import type { DataState } from '@/components/frame/footer';
import { formatBucket } from '@/lib/format/dates';
import type { View } from '@/lib/format/view';
import { bucketFilter } from '@/lib/queries/buckets';
import { coverage } from '@/lib/queries/coverage';
import { dataVersion } from '@/lib/queries/data-version';
import { places, placesByCode } from '@/lib/queries/places';
import { sources } from '@/lib/queries/sources';

export interface FrameData {
  readonly state: DataState;
  readonly buckets: readonly CoverageBucket[];
  readonly strip: StripData;
}

/** Which state of the counts this request shows; asked once a request. */
export const currentData = cache(dataVersion);

/** What the frame of every page asks for. */
export async function frameData(view: View): Promise<FrameData> {
  const { filters, locale } = view;
  const open = { ...filters, from: undefined, until: undefined };
  const [state, covered, placeRows, sourceRows, chosen] = await Promise.all([
    currentData(),
    coverage(filters),
    places(open),
    sources(),
    placesByCode(filters.place ? [filters.place] : []),
  ]);
  const buckets = covered.rows.map(({ bucket, reports }) => {
    const { from = bucket, until = bucket } = bucketFilter(bucket, covered.grain);
    return { from, until, reports, label: formatBucket(bucket, covered.grain, locale) };
  });
  return {
    state,
    buckets,
    strip: {
      synthetic: state.synthetic,
      periods: buckets,
      places: placeRows.filter((p) => p.level !== 'unknown'),
      sources: sourceRows,
      names: {
        place: chosen[0]?.name ?? null,
        source: sourceRows.find((s) => s.id === filters.source)?.name ?? null,
      },
    },
  };
}
