import { cache } from 'react';
import type { Filters } from '@/lib/filters';
import { frequency } from '@/lib/queries/frequency';
import { life } from '@/lib/queries/life';

/** The life of a slogan, asked for by the chart (bursts) and by the facts; answered once for the same filters. */
export const lifeOf = cache((id: number, filters: Filters) => life(id, filters));

/** How often it was said in each year; asked for by the head of the page and by its life. */
export const yearsOf = cache((id: number, filters: Filters) => frequency(id, { ...filters, by: 'year' }));
