/** Formats that a memory is filled from. */
export const IMPORT_FORMATS = ['tmx', 'csv', 'tsv', 'po', 'xliff'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** Formats that a memory is written in. */
export const EXPORT_FORMATS = ['tmx', 'csv', 'tsv', 'xliff'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Media types, the usual one first. */
export const MEDIA_TYPES: { readonly [Format in ImportFormat]: readonly [string, ...string[]] } = {
  tmx: ['application/x-tmx+xml'],
  csv: ['text/csv'],
  tsv: ['text/tab-separated-values'],
  po: ['text/x-gettext-translation', 'text/x-po'],
  xliff: ['application/xliff+xml', 'application/x-xliff+xml'],
};

const FORMATS_OF_EXTENSIONS: ReadonlyMap<string, ImportFormat> = new Map<string, ImportFormat>([
  ['tmx', 'tmx'],
  ['csv', 'csv'],
  ['tsv', 'tsv'],
  ['tab', 'tsv'],
  ['po', 'po'],
  ['pot', 'po'],
  ['xlf', 'xliff'],
  ['xliff', 'xliff'],
  ['mxliff', 'xliff'],
  ['sdlxliff', 'xliff'],
  ['mqxliff', 'xliff'],
]);

/** The format that a file's name says, `.gz` left out. */
export function formatOfName(name: string): ImportFormat | undefined {
  const extension = /\.(?<extension>[a-z]+)(?:\.gz)?$/u.exec(name.toLowerCase())?.groups?.['extension'];
  return FORMATS_OF_EXTENSIONS.get(extension ?? '');
}

/** The format that a media type says. */
export function formatOfMediaType(type: string): ImportFormat | undefined {
  return IMPORT_FORMATS.find((format) => MEDIA_TYPES[format].includes(type));
}
