// Paints in a thread of its own, so that the one that serves pages goes on serving. Loaded from this folder as it is:
// plain JavaScript, because nothing compiles what a bundler does not see.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
const ready = readFile(wasm).then((bytes) => initWasm(bytes));
/** @type {Map<string, Promise<Uint8Array>>} the pieces of fonts that were read, by file */
const fonts = new Map();

function fontAt(file) {
  const font = fonts.get(file) ?? readFile(file).then((bytes) => new Uint8Array(bytes));
  fonts.set(file, font);
  return font;
}

/** An SVG with its texts as outlines, or painted as PNG. */
async function work({ svg, files, width, output }) {
  await ready;
  const font = { loadSystemFonts: false, fontBuffers: await Promise.all(files.map(fontAt)) };
  const drawn = new Resvg(svg, { font, fitTo: { mode: 'width', value: width } });
  try {
    return output === 'svg' ? drawn.toString() : drawn.render().asPng();
  } finally {
    drawn.free();
  }
}

parentPort?.on('message', ({ id, ...task }) => {
  work(task).then(
    (result) => parentPort?.postMessage({ id, result }),
    (error) => parentPort?.postMessage({ id, error: String(error) }),
  );
});
