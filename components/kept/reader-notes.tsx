'use client';

import { type FormEvent, useEffect, useState } from 'react';
import { dayPosition } from '../charts/day-position';
import { useKept } from './use-kept';

interface ReaderNote {
  readonly day: string;
  readonly text: string;
}

interface Words {
  readonly title: string;
  readonly day: string;
  readonly text: string;
  readonly add: string;
  readonly remove: string;
  readonly note: string;
}

const KEY = 'tifa:notes';
const LONGEST = 120;

function isNote(value: unknown): value is ReaderNote {
  const note = value as Partial<ReaderNote> | null;
  return /^\d{4}-\d{2}-\d{2}$/.test(note?.day ?? '') && typeof note?.text === 'string';
}

/** The reader's own events as hairlines on a chart; within what the chart shows. */
export function NoteMarks({ buckets, end }: { buckets: readonly string[]; end: string }) {
  const [notes] = useKept(KEY, isNote);
  const shown = notes.filter((n) => n.day >= (buckets[0] ?? '') && n.day < end);
  return shown.map((n) => (
    <div key={n.day + n.text} className="event own" style={{ left: `${dayPosition(n.day, buckets)}%` }}>
      <span>{`${n.text} ${n.day}`}</span>
    </div>
  ));
}

/** Where the reader writes them down; kept in this browser, on all charts with a time axis of this kind. */
export function NoteList({ words }: { words: Words }) {
  const [notes, keep] = useKept(KEY, isNote);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  // The line that it will take, so that nothing below moves.
  if (!ready) return <div className="own-notes" />;
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const note = { day: String(data.get('day')), text: String(data.get('text')).trim().slice(0, LONGEST) };
    if (!isNote(note) || note.text === '') return;
    keep([...notes, note].sort((a, b) => (a.day < b.day ? -1 : 1)));
    event.currentTarget.reset();
  };
  return (
    <details className="data own-notes">
      <summary>{words.title}</summary>
      <ul className="events">
        {notes.map((n) => (
          <li key={n.day + n.text}>
            <span className="quiet">{n.day}</span> {n.text}{' '}
            <button type="button" onClick={() => keep(notes.filter((other) => other !== n))}>
              {words.remove}
              <span className="unseen"> {n.text}</span>
            </button>
          </li>
        ))}
      </ul>
      <form className="narrow" onSubmit={add}>
        <label htmlFor="note-day">{words.day}</label>
        <input id="note-day" name="day" type="date" required />
        <label htmlFor="note-text">{words.text}</label>
        <input id="note-text" name="text" required maxLength={LONGEST} />
        <button type="submit">{words.add}</button>
      </form>
      <p className="quiet small">{words.note}</p>
    </details>
  );
}
