/** The big tables in the order in which they are written (parents first) and the columns that save.ts fills. */
export const TABLES = {
  document: [
    'id', 'sha256', 'source_id', 'external_id', 'url', 'title', 'encoding', 'original', 'text', 'map',
    'characters', 'repairs', 'copy_group', 'run_id', 'hidden', 'given',
  ],
  report: [
    'document_id', 'ordinal', 'start', 'end', 'day', 'precision', 'date_confidence', 'date_evidence',
    'place_code', 'place_confidence', 'place_evidence', 'stratum_id', 'characters', 'stands',
  ],
  paragraph: ['document_id', 'ordinal', 'report', 'start', 'end'],
  mention: [
    'document_id', 'ordinal', 'slogan_id', 'report', 'paragraph', 'start', 'end', 'original_start', 'original_end',
    'surface', 'quoted', 'frame', 'office', 'speaker', 'place_code', 'day', 'precision',
  ],
  directive_list: [
    'document_id', 'ordinal', 'report', 'style', 'lead', 'start', 'end', 'parent_list', 'parent_item', 'missing',
  ],
  directive: ['document_id', 'list', 'ordinal', 'numeral', 'start', 'end', 'head'],
  note: ['document_id', 'ordinal', 'stage', 'code', 'start', 'detail'],
} as const;
