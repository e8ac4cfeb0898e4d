/** A parameter that cannot be read, and what it should have been. */
export interface InvalidParameter {
  readonly name: string;
  readonly given: string;
  readonly expected: string;
}

/** Kinds of problems: status, title, and what a reader can do. Their `type` is a link into the description of the API. */
export const PROBLEMS = {
  'invalid-parameters': { status: 400, title: 'Parameters that cannot be read' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'no-such-question': { status: 404, title: 'There is no such question' },
  'not-acceptable': { status: 406, title: 'JSON and CSV are what there is' },
  misdirected: { status: 421, title: 'This name is not one of this server: see TIFA_HOSTS' },
  'stale-cursor': { status: 410, title: 'The data have changed since that page: begin again' },
  'too-many-requests': { status: 429, title: 'Too many requests: wait a little' },
  failed: { status: 500, title: 'The question could not be answered' },
  unavailable: { status: 503, title: 'The database cannot be reached: try again in a while' },
} as const;

export type ProblemKind = keyof typeof PROBLEMS;

export interface ProblemMore {
  readonly detail?: string;
  readonly parameters?: readonly InvalidParameter[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error as application/problem+json (RFC 9457). */
export function problem(kind: ProblemKind, more: ProblemMore = {}): Response {
  const { status, title } = PROBLEMS[kind];
  const { detail, parameters, headers } = more;
  const body = {
    type: `/api/v1#${kind}`,
    title,
    status,
    ...(detail && { detail }),
    ...(parameters && { parameters }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
  });
}
