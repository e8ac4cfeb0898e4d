export interface KeywordInContext {
  readonly before: string;
  readonly keyword: string;
  readonly after: string;
}

/**
 * A span of a paragraph with what stands around it, at most `width` characters on each side, an ellipsis where more
 * was cut. Line breaks within the paragraph become spaces; no surrogate pair is cut in half.
 */
export function keywordInContext(
  paragraph: string,
  start: number,
  end: number,
  width = 60,
): KeywordInContext {
  const flat = (text: string) => text.replace(/\s+/g, ' ');
  const before = Array.from(flat(paragraph.slice(0, start)).trimStart());
  const after = Array.from(flat(paragraph.slice(end)).trimEnd());
  return {
    before: before.length > width ? `…${before.slice(-width).join('')}` : before.join(''),
    keyword: paragraph.slice(start, end),
    after: after.length > width ? `${after.slice(0, width).join('')}…` : after.join(''),
  };
}
