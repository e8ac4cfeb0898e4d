'use client';

import { useEffect, useState } from 'react';

/** Puts a text on the clipboard and says so; only there where a script can do it. */
export function CopyButton({ text, label, done }: { text: string; label: string; done: string }) {
  const [state, setState] = useState<'hidden' | 'ready' | 'done'>('hidden');
  useEffect(() => setState(navigator.clipboard ? 'ready' : 'hidden'), []);
  if (state === 'hidden') return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setState('done');
    setTimeout(() => setState('ready'), 2_000);
  };
  return (
    <button type="button" className="small" onClick={copy}>
      <span role="status">{state === 'done' ? done : label}</span>
    </button>
  );
}
