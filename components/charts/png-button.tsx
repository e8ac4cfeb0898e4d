'use client';

import { useEffect, useState } from 'react';

interface Props {
  /** Address of the picture as SVG. */
  readonly svg: string;
  readonly name: string;
  readonly failed: string;
}

/** Twice the size of the drawing: sharp in print and on fine screens. */
const SCALE = 2;

async function toPng(address: string): Promise<Blob> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the canvas gave nothing'))),
      'image/png',
    );
  });
}

/** Draws the picture here and hands it over as PNG; only there where a script can do it. */
export function PngButton({ svg, name, failed }: Props) {
  const [state, setState] = useState<'hidden' | 'ready' | 'failed'>('hidden');
  useEffect(() => setState('ready'), []);
  if (state === 'hidden') return null;
  const save = async () => {
    try {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await toPng(svg));
      link.download = `${name}.png`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    } catch {
      setState('failed');
    }
  };
  return (
    <button type="button" className="plain" onClick={save}>
      {state === 'failed' ? failed : 'PNG'}
    </button>
  );
}
