import type { Filters } from '@/lib/filters';
import { type Frequency, frequency } from './frequency';
import { readableFrequency } from './readable-frequency';

/** Several slogans over time in the same buckets: a series each, in the order given. The first decides how long a bucket is. */
export async function frequencyOfSlogans(ids: readonly number[], filters: Filters): Promise<Frequency> {
  const [first, ...rest] = ids;
  if (first === undefined) throw new Error('there is nothing to compare');
  const leading = await readableFrequency(first, filters);
  const others = await Promise.all(rest.map((id) => frequency(id, { ...filters, by: leading.grain })));
  return { grain: leading.grain, series: [leading, ...others].flatMap((f) => f.series.slice(0, 1)) };
}
