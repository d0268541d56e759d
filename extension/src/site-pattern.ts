/** The match pattern of all pages of a site, or `undefined` for what is no address of a site. Patterns have no ports. */
export function patternOf(address: string): string | undefined {
  const url = URL.parse(address.trim());
  return url && /^https?:$/.test(url.protocol) ? `${url.protocol}//${url.hostname}/*` : undefined;
}
