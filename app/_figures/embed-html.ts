/** HTML that shows the chart of an address on another site; measures in CSS pixels. */
export function embedHtml(address: string, title: string, width = '100%', height = '520'): string {
  const safe = (text: string) => text.replace(/[<>&"]/g, (c) => `&#${c.charCodeAt(0)};`);
  return `<iframe src="${safe(address)}" title="${safe(title)}" width="${width}" height="${height}" style="border:0" loading="lazy"></iframe>`;
}
