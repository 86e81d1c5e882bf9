import { createHash } from 'node:crypto';

/** The strong entity tag of bytes whose SHA-256 is known. */
export function etagOf(hash: string): string {
  return `"${hash}"`;
}

/** The strong entity tag of a text. */
export function etagOfText(text: string): string {
  return etagOf(createHash('sha256').update(text).digest('hex'));
}

/** Whether `If-None-Match` names the tag: RFC 9110 13.1.2 compares weakly, so `W/` does not count. */
export function matchesEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) {
    return false;
  }
  const named: readonly string[] = ifNoneMatch.match(/\*|"[^"]*"/gu) ?? [];
  return named.includes('*') || named.includes(etag);
}
