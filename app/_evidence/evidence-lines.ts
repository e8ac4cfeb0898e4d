import { directiveCopies } from '@/lib/queries/directive-copies';
import { directiveLists } from '@/lib/queries/directive-lists';
import { directiveWordings } from '@/lib/queries/directive-wordings';
import { documents } from '@/lib/queries/documents';
import type { MentionRow } from '@/lib/queries/mention-row';
import { mentions } from '@/lib/queries/mentions';
import { phraseMentions } from '@/lib/queries/phrase-mentions';
import { documentMentions, scopeMentions } from '@/lib/queries/scope-mentions';
import type { Part } from './evidence-view';

type Cell = string | number | null;

/** A thing that was counted, and the document that it stands in. */
export interface Line {
  readonly cells: Readonly<Record<string, Cell>>;
  readonly at: {
    readonly documentId: string;
    readonly title: string;
    readonly day: string;
    readonly precision: string;
    readonly placeCode: string;
    readonly placePath: readonly string[];
    readonly source: string;
    readonly synthetic: boolean;
  };
}

/** The lists of evidence, and what they say of each thing besides where it stands. */
export const EVIDENCE_TABLES = {
  mentions: ['slogan', 'paragraph', 'start', 'end', 'frame', 'office'],
  directives: ['list', 'style', 'lead', 'item', 'numeral', 'head', 'text', 'similarity'],
  documents: ['issuer', 'genre', 'characters', 'mentions'],
} as const;
export type EvidenceTable = keyof typeof EVIDENCE_TABLES;

/** Which list a part goes into. */
export const TABLE_OF: Readonly<Record<Part['kind'], EvidenceTable>> = {
  slogan: 'mentions',
  phrase: 'mentions',
  scope: 'mentions',
  document: 'mentions',
  lists: 'directives',
  copies: 'directives',
  documents: 'documents',
};

const PAGE = 500;

function mentionLine(m: MentionRow): Line {
  const { slogan, paragraph, start, end, frame, office } = m;
  return { cells: { slogan, paragraph, start, end, frame, office }, at: m };
}

async function* sloganLines(part: Part & { kind: 'slogan' }): AsyncGenerator<Line[]> {
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await mentions(part.id, part.filters, { limit: PAGE, after });
    yield page.rows.map(mentionLine);
    after = page.next ?? undefined;
  }
}

async function* phraseLines(part: Part & { kind: 'phrase' }): AsyncGenerator<Line[]> {
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await phraseMentions(part.query, part.filters, { limit: PAGE, after });
    yield page.rows.map((m) => ({
      cells: {
        slogan: m.paragraph.slice(m.start, m.end),
        paragraph: m.paragraph,
        start: m.start,
        end: m.end,
      },
      at: m,
    }));
    after = page.next ?? undefined;
  }
}

async function* listLines({ text, style, filters }: Part & { kind: 'lists' }): AsyncGenerator<Line[]> {
  for (let offset = 0, more = true; more; offset += PAGE) {
    const lists = await directiveLists(filters, { text, style, withHidden: true, limit: PAGE, offset });
    const wordings = await directiveWordings(lists);
    yield lists.flatMap((l) =>
      l.items.map(({ numeral, head }, item) => ({
        cells: {
          list: l.ordinal,
          style: l.style,
          lead: l.lead,
          item,
          numeral,
          head,
          text: wordings.get(`${l.documentId} ${l.ordinal} ${item}`) ?? '',
          similarity: null,
        },
        at: l,
      })),
    );
    more = lists.length === PAGE;
  }
}

async function* copyLines({ key, filters }: Part & { kind: 'copies' }): AsyncGenerator<Line[]> {
  const found = await directiveCopies(key, filters);
  yield (found?.rows ?? []).map(({ list, ordinal: item, numeral, head, text, similarity, ...at }) => ({
    cells: { list, style: null, lead: null, item, numeral, head, text, similarity },
    at,
  }));
}

async function* documentLines({ filters, ...asked }: Part & { kind: 'documents' }): AsyncGenerator<Line[]> {
  for (let offset = 0, more = true; more; offset += PAGE) {
    const rows = await documents(filters, { ...asked, withHidden: true, limit: PAGE, offset });
    yield rows.map(({ id, issuer, genre, characters, mentions: n, ...at }) => ({
      cells: { issuer, genre, characters, mentions: n },
      at: { documentId: id, ...at },
    }));
    more = rows.length === PAGE;
  }
}

/** Everything that a part counts, the newest first, in batches. */
export async function* linesOf(part: Part): AsyncGenerator<readonly Line[]> {
  if (part.kind === 'slogan') yield* sloganLines(part);
  else if (part.kind === 'phrase') yield* phraseLines(part);
  else if (part.kind === 'lists') yield* listLines(part);
  else if (part.kind === 'copies') yield* copyLines(part);
  else if (part.kind === 'documents') yield* documentLines(part);
  else if (part.kind === 'document') yield (await documentMentions(part.id)).map(mentionLine);
  else for await (const rows of scopeMentions(part.filters)) yield rows.map(mentionLine);
}
