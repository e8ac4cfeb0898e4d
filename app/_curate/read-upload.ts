import { IMPORT_KINDS, MOST_BYTES, stageFile } from '@/lib/curate/staged-files';

const FIELDS = ['title', 'source', 'date', 'place', 'url'] as const;

/** Puts aside what a form brings: a file, or a text with what is known of it. The name it got, or why not. */
export async function readUpload(form: FormData): Promise<{ name: string } | { problem: string }> {
  const file = form.get('file');
  if (file instanceof File && file.size > 0) {
    if (file.size > MOST_BYTES) return { problem: 'too-large' };
    const ending = file.name.toLowerCase().split('.').pop();
    const kind = IMPORT_KINDS.find((k) => k === (ending === 'htm' ? 'html' : ending));
    if (!kind) return { problem: 'kind' };
    return { name: stageFile(new Uint8Array(await file.arrayBuffer()), kind) };
  }
  const text = String(form.get('text') ?? '');
  if (text.trim() === '') return { problem: 'empty' };
  const given = FIELDS.flatMap((f) => {
    const value = String(form.get(f) ?? '').trim();
    return value ? [[f, value]] : [];
  });
  const line = `${JSON.stringify({ text, ...Object.fromEntries(given) })}\n`;
  const bytes = new TextEncoder().encode(line);
  return bytes.length > MOST_BYTES ? { problem: 'too-large' } : { name: stageFile(bytes, 'jsonl') };
}
