/**
 * Whether a report says a slogan in words of its own: it is no copy, no other place had its text first, and at least one
 * of its mentions stands in a paragraph that no other place or source had first. The opposite is counted as `relayed`.
 *
 * Paragraphs that were taken from elsewhere, to be joined to `mention m` as `e`: most are not, so that only those are
 * read, and a report that says it nowhere else is an echo.
 */
export const ECHOES = `LEFT JOIN (SELECT document_id, ordinal FROM paragraph WHERE relayed) e
  ON e.document_id = m.document_id AND e.ordinal = m.paragraph`;
/** Of the mentions of a slogan in a report: all stand in such paragraphs. */
export const IS_ECHO = 'bool_and(e.document_id IS NOT NULL)';
