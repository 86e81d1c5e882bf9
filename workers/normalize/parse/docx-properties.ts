import { inflateRawSync } from 'node:zlib';
import { createXmlReader } from '../../../shared/exchange/xml.ts';
import { type FoundMeta, foundFrom, NOTHING_FOUND } from '../draft/found-meta.ts';
import { ZIP_LIMITS } from '../guard/guard-zip.ts';
import { readZipDirectory } from '../guard/zip-directory.ts';
import { readDate } from '../meta/read-date.ts';

/** Reads the core properties of a Word document (ECMA-376 part 2, 11): title, author, dates, language. */
export function readDocxProperties(bytes: Uint8Array): FoundMeta {
  const xml = readPart(bytes, 'docProps/core.xml');
  const values = xml === undefined ? undefined : readElements(xml);
  if (values === undefined) {
    return NOTHING_FOUND;
  }
  return foundFrom(
    {
      headline: values.get('dc:title'),
      byline: values.get('dc:creator'),
      publishedAt: readDate(values.get('dcterms:created'), 'the document properties', []),
      modifiedAt: readDate(values.get('dcterms:modified'), 'the document properties', []),
      description: values.get('dc:description') ?? values.get('dc:subject'),
      section: values.get('cp:category'),
      keywords: values.get('cp:keywords')?.split(/\s*[,;]\s*/u),
      language: values.get('dc:language'),
    },
    // templates and copied files keep the properties of another text
    { from: 'member', confidence: 0.7 },
  );
}

/** The text of a part of an archive that was guarded before. */
function readPart(bytes: Uint8Array, name: string): string | undefined {
  const entry = readZipDirectory(bytes, ZIP_LIMITS.entries).find((file) => file.name === name);
  if (entry === undefined) {
    return undefined;
  }
  return Buffer.from(entry.isPacked ? inflateRawSync(entry.data) : entry.data).toString('utf8');
}

/** The text of each element by name; undefined where the properties are not XML. */
function readElements(xml: string): Map<string, string> | undefined {
  const values = new Map<string, string>();
  let open = '';
  try {
    const reader = createXmlReader({
      open: ({ name }) => {
        open = name;
      },
      text: (text) => {
        if (text.trim() !== '') {
          values.set(open, `${values.get(open) ?? ''}${text}`.trim());
        }
      },
      close: () => {
        open = '';
      },
    });
    reader.write(xml.replace(/^\uFEFF/u, ''));
    reader.end();
    return values;
  } catch {
    return undefined; // the text can be read without them
  }
}
