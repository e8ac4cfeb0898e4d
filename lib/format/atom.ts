export interface AtomEntry {
  /** Stable over time: readers know by it what they have seen. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** Day or moment, ISO. */
  readonly updated: string;
  readonly summary: string;
}

export interface AtomFeed {
  readonly title: string;
  /** Address of the feed itself, and of the page it is of. */
  readonly self: string;
  readonly page: string;
  readonly updated: string;
  readonly language: string;
  readonly entries: readonly AtomEntry[];
}

const escapeXml = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML does not allow them, escaped or not
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** A day is its beginning in Beijing. */
const moment = (time: string) => (time.length === 10 ? `${time}T00:00:00+08:00` : time);

/** A feed after RFC 4287. */
export function atomFeed({ title, self, page, updated, language, entries }: AtomFeed): string {
  const body = entries.map(
    (e) => `  <entry>
    <id>${escapeXml(e.id)}</id>
    <title>${escapeXml(e.title)}</title>
    <link href="${escapeXml(e.url)}"/>
    <updated>${moment(e.updated)}</updated>
    <summary>${escapeXml(e.summary)}</summary>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
  <id>${escapeXml(self)}</id>
  <title>${escapeXml(title)}</title>
  <author><name>提法 Tifa</name></author>
  <link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>
  <link rel="alternate" type="text/html" href="${escapeXml(page)}"/>
  <updated>${moment(updated)}</updated>
${body.join('')}</feed>
`;
}
