const underWay = new Map<string, Promise<unknown>>();

/** What is asked for while it is being asked for is asked once: several charts of a page have parts in common. */
export function askOnce<T>(question: unknown, ask: () => Promise<T>): Promise<T> {
  const key = JSON.stringify(question);
  const asked = (underWay.get(key) as Promise<T> | undefined) ?? ask();
  underWay.set(key, asked);
  const forget = () => {
    if (underWay.get(key) === asked) underWay.delete(key);
  };
  asked.then(forget, forget);
  return asked;
}
