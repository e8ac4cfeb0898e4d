import type { ExampleIds } from '@/lib/queries/example-ids';
import { type Example, fillExample } from './example';

/** A kind of page that a pack of evidence can be had of: what it shows, and the parameters of its address besides the filters. */
export interface Pack {
  readonly summary: string;
  readonly own: readonly string[];
  /** `{document}` and its like stand for numbers of the data at hand. */
  readonly example: Example;
}

export const PACKS = {
  overview: { summary: 'What is said most in a scope', own: [], example: { from: '2020', until: '2020' } },
  place: { summary: 'One place', own: [], example: { place: '440000' } },
  places: { summary: 'All places with reports', own: [], example: {} },
  slogans: { summary: 'The slogans of a scope', own: ['q', 'kind', 'status', 'order'], example: { q: '六' } },
  slogan: { summary: 'One slogan', own: ['slogan'], example: { slogan: '六稳' } },
  wording: { summary: 'How a slogan is said', own: ['slogan'], example: { slogan: '四个意识' } },
  'compare-places': {
    summary: 'Places side by side',
    own: ['places', 'slogan'],
    example: { places: '440000,330000' },
  },
  'compare-slogans': { summary: 'Slogans side by side', own: ['slogans'], example: { slogans: '六稳,六保' } },
  'compare-periods': {
    summary: 'Two periods side by side',
    own: ['periods'],
    example: { periods: '2020,2022' },
  },
  phrase: { summary: 'Any phrase, or combination', own: ['q'], example: { q: '营商环境' } },
  directives: { summary: 'Directive lists', own: ['q', 'style'], example: { q: '安全' } },
  directive: {
    summary: 'One directive and its copies',
    own: ['key'],
    example: { key: '{document}-{list}-{item}' },
  },
  documents: { summary: 'The documents of a scope', own: ['q', 'lacking'], example: { place: '440000' } },
  document: { summary: 'One document', own: ['document'], example: { document: '{document}' } },
} as const satisfies Record<string, Pack>;

export type PackName = keyof typeof PACKS;

/** The pack whose file an address names, `slogan.zip`; null where there is none. */
export function packNamed(file: string): PackName | null {
  const [, name = ''] = /^([a-z-]+)\.zip$/.exec(file) ?? [];
  return Object.hasOwn(PACKS, name) ? (name as PackName) : null;
}

/** The address of a pack's example, below the root of the site; null where the data have nothing to try it on. */
export function packUrl(name: PackName, ids: ExampleIds): string | null {
  const example = fillExample(PACKS[name].example, ids);
  if (!example) return null;
  const query = new URLSearchParams(Object.entries(example));
  return `/api/v1/evidence/${name}.zip${query.size > 0 ? `?${query}` : ''}`;
}
