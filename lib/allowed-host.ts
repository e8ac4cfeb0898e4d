const ADDRESS = /^(\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:.]+\])$/i;

/**
 * Whether a request may be answered that names this host. Addresses and localhost may, and the names in `TIFA_HOSTS`
 * (divided by commas) and `HOST`. Any other name may be a stranger's that was made to point at this machine (DNS
 * rebinding): a page of that name could then read what only this machine may.
 * @param host the Host header: a name or address, perhaps with a port
 */
export function isAllowedHost(
  host: string | null,
  env: Readonly<Record<string, string | undefined>> = process.env,
): boolean {
  const name = (host ?? '')
    .toLowerCase()
    .replace(/:\d{1,5}$/, '')
    .replace(/\.$/, '');
  if (ADDRESS.test(name) || name === 'localhost') return true;
  const known = [env.HOST, ...(env.TIFA_HOSTS ?? '').split(',')].map((h) => h?.trim().toLowerCase());
  return name !== '' && known.includes(name);
}
