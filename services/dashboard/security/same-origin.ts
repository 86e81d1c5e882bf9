/** The headers that tell where a request comes from. */
export interface RequestOrigin {
  readonly host: string;
  readonly origin?: string | undefined;
  /** `Sec-Fetch-Site`, which pages cannot forge. */
  readonly fetchSite?: string | undefined;
}

/**
 * Whether a request that changes something was sent by a page of ours. A client that sends neither
 * header is no browser, so nobody's cookies were borrowed; the form's token still has to match.
 */
export function isSameOrigin({ host, origin, fetchSite }: RequestOrigin): boolean {
  if (fetchSite !== undefined) {
    return fetchSite === 'same-origin';
  }
  if (origin === undefined) {
    return true;
  }
  return URL.canParse(origin) && new URL(origin).host === host;
}
