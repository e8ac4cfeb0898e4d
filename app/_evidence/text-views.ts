import { directiveCopies } from '@/lib/queries/directive-copies';
import { LIST_STYLES } from '@/lib/queries/directive-lists';
import { document } from '@/lib/queries/document';
import { ALL_COPIES, parseDirectiveKey } from '../_directives/directive-key';
import type { EvidenceView } from './evidence-view';

const SERIES_FREE = { by: undefined, measure: undefined } as const;
const LACKING = ['date', 'place'] as const;

export const TEXT_VIEWS = {
  directives: {
    async open(view, { q, style: given }) {
      const style = LIST_STYLES.find((s) => s === given);
      return {
        subject: q ?? '',
        page: view.href('/directives', {}, { q, style }),
        figures: q ? [['directive-rank', { q }]] : [],
        tables: [view.href('/api/v1/directives/lengths', { ...SERIES_FREE, by: 'year' })],
        parts: [{ kind: 'lists', text: q, style, filters: view.filters }],
      };
    },
  },
  directive: {
    async open(view, { key = '' }) {
      const parsed = parseDirectiveKey(key);
      const found = parsed && (await directiveCopies(parsed, ALL_COPIES));
      if (!parsed || !found) return null;
      const { documentId, list, ordinal } = parsed;
      return {
        subject: found.text.slice(0, 30),
        page: view.href(`/directives/${key}`),
        figures: [],
        tables: [`/api/v1/documents/${documentId}/lists/${list}/items/${ordinal}/copies?copies=all`],
        parts: [{ kind: 'copies', key: parsed, name: found.text, filters: ALL_COPIES }],
      };
    },
  },
  documents: {
    async open(view, own) {
      const lacking = LACKING.find((l) => l === own.lacking);
      return {
        subject: own.q ?? '',
        page: view.href('/documents', {}, own),
        figures: [],
        tables: [view.href('/api/v1/totals', SERIES_FREE)],
        parts: [{ kind: 'documents', text: own.q, lacking, filters: view.filters }],
      };
    },
  },
  document: {
    async open(view, own) {
      const found = await document(own.document ?? '');
      if (!found) return null;
      return {
        subject: found.title,
        page: `/documents/${found.id}`,
        figures: [],
        tables: [],
        parts: [{ kind: 'document', id: found.id, name: found.title, filters: view.filters }],
      };
    },
  },
} satisfies Record<string, EvidenceView>;
