/**
 * The page of ours that a form wants to be led back to; `otherwise` where it names none. Read as the browser will read
 * it, which takes tabs out (`/\t/elsewhere.example`) and a backslash for a slash.
 */
export function ownPage(given: string, origin: string, otherwise: string): URL {
  const url = given.startsWith('/') && URL.canParse(given, origin) ? new URL(given, origin) : null;
  return url?.origin === origin ? url : new URL(otherwise, origin);
}
