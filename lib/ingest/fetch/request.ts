import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { isPrivateAddress, PrivateAddressError, publicLookup } from './addresses';

export interface Answer {
  /** After redirects. */
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** With the content encoding undone. */
  readonly body: Readable;
}

export interface RequestOptions {
  readonly userAgent: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** From the request to the first byte, and between two bytes. */
  readonly timeoutMs: number;
  readonly allowPrivate: boolean;
}

function openBody(message: http.IncomingMessage): Readable {
  const coding = message.headers['content-encoding']?.toLowerCase();
  const opener =
    coding === 'gzip' || coding === 'x-gzip'
      ? createGunzip()
      : coding === 'br'
        ? createBrotliDecompress()
        : coding === 'deflate'
          ? createInflate()
          : null;
  if (!opener) return message;
  message.on('error', (error) => opener.destroy(error));
  opener.on('close', () => message.destroy());
  return message.pipe(opener);
}

/** One GET, without following redirects. Rejects where no answer comes, with a sentence that says why. */
export function request(address: string, options: RequestOptions): Promise<Answer> {
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return Promise.reject(new Error(`${url.protocol} is no protocol of the web`));
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!options.allowPrivate && isIP(host) && isPrivateAddress(host))
    return Promise.reject(new PrivateAddressError(host));
  return new Promise((resolve, reject) => {
    const client = url.protocol === 'https:' ? https : http;
    const sent = client.get(url, {
      headers: {
        'user-agent': options.userAgent,
        accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
        'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5',
        'accept-encoding': 'gzip, deflate, br',
        ...options.headers,
      },
      timeout: options.timeoutMs,
      ...(options.allowPrivate ? {} : { lookup: publicLookup }),
    });
    sent.on('timeout', () =>
      sent.destroy(
        Object.assign(new Error(`no answer within ${options.timeoutMs / 1000} s`), { code: 'ETIMEDOUT' }),
      ),
    );
    sent.on('error', reject);
    sent.on('response', (message) => {
      const headers = Object.fromEntries(
        Object.entries(message.headers).map(([k, v]) => [k, Array.isArray(v) ? v.join(', ') : v]),
      );
      resolve({ url: url.href, status: message.statusCode ?? 0, headers, body: openBody(message) });
    });
  });
}
