import { cache } from 'react';
import { slogan } from '@/lib/queries/slogan';

/** The entry that an address names; asked for by the title and by the page, answered once. */
export const sloganEntry = cache(async (id: string) => (/^\d{1,9}$/.test(id) ? slogan(Number(id)) : null));
