'use client';

import { type ComponentType, useEffect, useState } from 'react';
import type { PaletteWords } from './palette';

interface PaletteProps {
  readonly words: PaletteWords;
  readonly onClose: () => void;
}

/** Opens the palette on ⌘K or Ctrl K; nothing of it is loaded before. */
export function PaletteKey({ words }: { words: PaletteWords }) {
  const [Palette, setPalette] = useState<ComponentType<PaletteProps> | null>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = async (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.altKey) return;
      event.preventDefault();
      const { Palette } = await import('./palette');
      setPalette(() => Palette);
      setOpen(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return Palette && open ? <Palette words={words} onClose={() => setOpen(false)} /> : null;
}
