/** Edits for tests and measurements of near copies: what happens to a text on its way from one site to another. */

/** A source of numbers in [0, 1) that is the same every time. */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let t = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    t = Math.imul(t ^ (t >>> 15), 0x735a2d97);
    return ((t ^ (t >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** Replaces, inserts and drops single characters, each with a third of the share: the hardest kind of edit. */
export function editCharacters(text: string, share: number, other: string, random: () => number): string {
  let edited = '';
  for (const c of text) {
    if (random() >= share) {
      edited += c;
      continue;
    }
    const kind = random();
    const foreign = other[Math.floor(random() * other.length)] ?? '';
    if (kind < 1 / 3) edited += foreign;
    else if (kind < 2 / 3) edited += c + foreign;
  }
  return edited;
}

/** Drops beginnings of sentences and adds pieces of another text, until a share of the characters is changed. */
export function editSentences(text: string, share: number, other: string, random: () => number): string {
  const sentences = text.split(/(?<=[。！？\n])/);
  let left = Math.round(text.length * share);
  for (let tries = 0; left > 0 && tries < 1000; tries++) {
    const at = Math.floor(random() * sentences.length);
    const sentence = sentences[at] ?? '';
    const length = Math.min(sentence.length, left);
    const from = Math.floor(random() * Math.max(1, other.length - length));
    sentences[at] = random() < 0.5 ? sentence.slice(length) : sentence + other.slice(from, from + length);
    left -= length;
  }
  return sentences.join('');
}
