import type { MentionMark, NoteMark } from '@/components/text/marked-text';
import type { View } from '@/lib/format/view';
import type { DocumentView } from '@/lib/queries/document';
import { toOriginal } from '@/lib/text/offsets';

interface Marks {
  readonly mentions: readonly MentionMark[];
  readonly notes: readonly NoteMark[];
}

/** The name of a rule in the language of the view; the rule's own name where it has none there. */
export function ruleName({ t }: View, rule: string): string {
  // relative:昨日 is the rule with the word that it read.
  const [name = rule, word] = rule.split(':');
  const key = `rule.${name}` as 'rule.given';
  return (t.has(key) ? t(key) : name) + (word ? ` ${word}` : '');
}

/** What stands beside a mention: in whose words it stands, and what it means. */
function noteOf({ office, speaker, frame, gloss }: DocumentView['mentions'][number]): string | null {
  return [speechOf({ office, speaker, frame }), gloss].filter(Boolean).join(' · ') || null;
}

/** Who says it, in the words of the text. */
export function speechOf({
  office,
  speaker,
  frame,
}: Pick<DocumentView['mentions'][number], 'office' | 'speaker' | 'frame'>): string {
  // A frame such as 尹久辉指出 names the speaker already.
  const named = speaker && !frame?.includes(speaker) ? speaker : null;
  return [office, named, frame].filter(Boolean).join(' ');
}

/** What is marked in the restored text: slogans, repairs with their original wording, evidence of date and place. */
export function restoredMarks(view: View, doc: DocumentView): Marks {
  const { t } = view;
  const repairs = doc.repairs.map(
    (r): NoteMark => ({
      start: r.start,
      end: r.end,
      kind: 'repair',
      title: t('document.was', { kind: t(`repair.${r.kind}`), was: r.was }),
    }),
  );
  const evidence = doc.reports.flatMap((r) => [
    ...r.dateEvidence.map((e) => ({
      ...e,
      title: t('document.dateEvidence', { rule: ruleName(view, e.rule) }),
    })),
    ...r.placeEvidence.map((e) => ({
      ...e,
      title: t('document.placeEvidence', { rule: ruleName(view, e.rule) }),
    })),
  ]);
  return {
    mentions: doc.mentions.map((m) => ({
      start: m.start,
      end: m.end,
      href: view.href(`/slogans/${m.sloganId}`),
      gloss: noteOf(m),
    })),
    notes: [
      ...evidence.map(({ start, end, title }): NoteMark => ({ start, end, title, kind: 'evidence' })),
      ...repairs,
    ],
  };
}

/** The same findings where they stand in the text as it came, damage and all. */
export function originalMarks(view: View, doc: DocumentView): Marks {
  const { t } = view;
  const notes = doc.repairs.flatMap((r): NoteMark[] => {
    const near = toOriginal(doc.map, r.start, r.end);
    // What was cut out has no place of its own in the restored text: it stands right before what follows.
    const found = doc.original.indexOf(r.was, Math.max(0, near.start - r.was.length));
    if (found < 0 || found > near.end) return [];
    const now = doc.text.slice(r.start, r.end);
    const title = t(now ? 'document.readAs' : 'document.cut', { kind: t(`repair.${r.kind}`), now });
    return [{ start: found, end: found + r.was.length, kind: 'repair', title }];
  });
  return {
    mentions: doc.mentions.map((m) => ({
      start: m.originalStart,
      end: m.originalEnd,
      href: view.href(`/slogans/${m.sloganId}`),
      gloss: noteOf(m),
    })),
    notes,
  };
}
