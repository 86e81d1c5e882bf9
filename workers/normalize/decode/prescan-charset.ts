/** Bytes at the start of a page that are looked through; browsers look at the first 1,024. */
const PRESCAN_BYTES = 8 * 1024;

const XML_DECLARATION = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/iu;
const META = /<meta\b(?:[^>"']|"[^"]*"|'[^']*')*>/giu;
const ATTRIBUTE = /([^\s"'>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gu;
const CONTENT_CHARSET = /charset\s*=\s*["']?([\w.:-]+)/iu;

/**
 * The label by which a page names its own charset: an XML declaration, `<meta charset>` or its
 * `http-equiv` form. One that says UTF-16 was written by something that reads bytes: it means UTF-8.
 */
export function prescanCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, PRESCAN_BYTES))
    .toString('latin1')
    .replaceAll(/<!--.*?(?:-->|$)/gsu, '');
  const label = XML_DECLARATION.exec(head)?.[1] ?? metaCharset(head);
  return label !== undefined && /^utf-?16/iu.test(label) ? 'utf-8' : label;
}

function metaCharset(head: string): string | undefined {
  for (const [meta] of head.matchAll(META)) {
    const attributes = attributesOf(meta);
    const isContentType = attributes.get('http-equiv')?.trim().toLowerCase() === 'content-type';
    const label =
      attributes.get('charset')?.trim() ??
      (isContentType ? CONTENT_CHARSET.exec(attributes.get('content') ?? '')?.[1] : undefined);
    if (label !== undefined) {
      return label;
    }
  }
  return undefined;
}

function attributesOf(tag: string): ReadonlyMap<string, string> {
  return new Map(
    [...tag.matchAll(ATTRIBUTE)]
      .toReversed() // of two attributes of one name the first counts
      .map(([, name = '', double, single, plain]) => [name.toLowerCase(), double ?? single ?? plain ?? '']),
  );
}
