const EVERY_MS = 2_000;

/** What a command is doing, on stderr: in place on a terminal, else a line every two seconds at most. */
export function statusLine(stream: NodeJS.WriteStream = process.stderr): (message: string) => void {
  const started = Date.now();
  let last = 0;
  let phase = '';
  return (message) => {
    const line = `${message}, ${((Date.now() - started) / 1000).toFixed(0)} s`;
    if (stream.isTTY) {
      stream.write(`\r\x1b[K${line}`);
      return;
    }
    // The first word tells phases apart: a new one is always said.
    const [word = ''] = message.split(':');
    if (word === phase && Date.now() - last < EVERY_MS) return;
    [last, phase] = [Date.now(), word];
    stream.write(`${line}\n`);
  };
}
