import Link from 'next/link';
import { Fragment } from 'react';
import { segments } from '@/lib/format/segments';
import type { Span } from '@/lib/types';

export interface MentionMark extends Span {
  readonly href: string;
  readonly gloss: string | null;
}

export interface NoteMark extends Span {
  readonly kind: 'repair' | 'evidence' | 'marker';
  /** What a reader should know about it, on hover and for screen readers. */
  readonly title: string;
}

interface Props {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly mentions: readonly MentionMark[];
  readonly notes: readonly NoteMark[];
}

/** A stretch of text with its slogans as links and what was noted about it underlined. */
export function MarkedText({ text, start, end, mentions, notes }: Props) {
  return segments(start, end, mentions).map((s) => {
    const inner = segments(s.start, s.end, notes).map((part) => {
      const words = text.slice(part.start, part.end);
      if (!part.mark) return <Fragment key={part.start}>{words}</Fragment>;
      return (
        <span key={part.start} className={part.mark.kind} title={part.mark.title}>
          {words}
        </span>
      );
    });
    if (!s.mark) return <Fragment key={s.start}>{inner}</Fragment>;
    return (
      <Link
        key={s.start}
        className="mention"
        href={s.mark.href}
        title={s.mark.gloss ?? undefined}
        data-note={s.mark.gloss ?? undefined}
        prefetch={false}
      >
        {inner}
      </Link>
    );
  });
}
