import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a path answers: a text (of HTML unless its type is told), or a function for anything else. */
export type Page =
  | string
  | { readonly type: string; readonly body: string | Buffer; readonly headers?: Record<string, string> }
  | ((request: IncomingMessage, response: ServerResponse) => void);

export interface TestServer {
  readonly url: string;
  /** Paths that were asked for, in order, with the time in ms. */
  readonly asked: { path: string; at: number }[];
  close(): Promise<void>;
}

/** A site on 127.0.0.1 for tests, at a port of its own unless told. */
export async function startTestServer(pages: Record<string, Page>, port = 0): Promise<TestServer> {
  const asked: { path: string; at: number }[] = [];
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, at: Date.now() });
    const page = pages[path];
    if (page === undefined) response.writeHead(404).end('none');
    else if (typeof page === 'function') page(request, response);
    else if (typeof page === 'string')
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    else response.writeHead(200, { 'content-type': page.type, ...page.headers }).end(page.body);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
