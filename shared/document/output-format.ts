import { z } from 'zod';

/** What there is to know of an output format; its writer is `workers/render/output-writers.ts`. */
export interface OutputFormatFacts {
  /** Without charset, which is always UTF-8. */
  readonly mediaType: string;
  /** Of files, without the leading dot. */
  readonly extension: string;
  /** One line for help texts and the API's description. */
  readonly purpose: string;
}

/** Written by the render stage and kept: what most readers pull, and what is pulled unless named. */
const STORED = {
  html: { mediaType: 'text/html', extension: 'html', purpose: 'a whole page' },
  md: { mediaType: 'text/markdown', extension: 'md', purpose: 'Markdown with front matter' },
  json: {
    mediaType: 'application/json',
    extension: 'json',
    purpose: 'each sentence with source, target, state and suggestions',
  },
} as const satisfies Readonly<Record<string, OutputFormatFacts>>;

/** Written from the same parts when they are asked for. */
const ON_REQUEST = {
  fragment: { mediaType: 'text/html', extension: 'fragment.html', purpose: 'the article to put in a page' },
  txt: { mediaType: 'text/plain', extension: 'txt', purpose: 'plain text' },
  ninjs: { mediaType: 'application/json', extension: 'ninjs.json', purpose: 'ninjs 3.1' },
  xliff: { mediaType: 'application/xliff+xml', extension: 'xlf', purpose: 'XLIFF 2.1 with suggestions' },
} as const satisfies Readonly<Record<string, OutputFormatFacts>>;

/** Every format that an output can be pulled in: the one place that lists them. */
export const OUTPUT_FACTS = { ...STORED, ...ON_REQUEST } as const;

export type StoredFormat = keyof typeof STORED;
export type OutputFormat = keyof typeof OUTPUT_FACTS;

export const StoredFormat = z.enum(namesOf(STORED));
export const OutputFormat = z.enum(namesOf(OUTPUT_FACTS)).describe(
  Object.entries(OUTPUT_FACTS)
    .map(([name, { purpose }]) => `\`${name}\`: ${purpose}`)
    .join('; '),
);

export const STORED_FORMATS: readonly StoredFormat[] = StoredFormat.options;
export const OUTPUT_FORMATS: readonly OutputFormat[] = OutputFormat.options;

/** Tells whether the render stage keeps a format's bytes. */
export function isStored(format: OutputFormat): format is StoredFormat {
  return format in STORED;
}

function namesOf<Name extends string>(table: Readonly<Record<Name, unknown>>): Name[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a literal are its type's
  return Object.keys(table) as Name[];
}
