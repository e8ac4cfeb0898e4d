import { cache } from 'react';
import type { Filters } from '@/lib/filters';
import { life } from '@/lib/queries/life';

/** The life of a slogan, asked for by the chart (bursts) and by the facts; answered once for the same filters. */
export const lifeOf = cache((id: number, filters: Filters) => life(id, filters));
