/**
 * Whether an address that somebody names is one of this site: http or https, and the host under which the reader sees us.
 * The scheme may differ, as a proxy in front may not say which one the reader used.
 * @param origin scheme and host of the request
 */
export function isOwnAddress(address: URL, origin: string): boolean {
  if (address.protocol !== 'http:' && address.protocol !== 'https:') return false;
  return URL.canParse(origin) && address.host !== '' && address.host === new URL(origin).host;
}
