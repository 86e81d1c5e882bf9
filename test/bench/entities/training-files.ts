import { readFileSync } from 'node:fs';
import { configPath } from '../../../config/project-root.ts';
import type { LexiconSources } from '../../../workers/tag-entities/model/train/compile-lexicon.ts';
import type { DataFolder } from '../data-folder.ts';

const GAZETTEERS = ['cities', 'admin1', 'territories', 'people', 'orgs', 'orgs-nsi'];
const RENDERINGS = ['ru', 'ar', 'ja', 'ko', 'he', 'zh-Hani'];

const TEXT_FILES = [
  'ntrex/ntrex.jsonl.gz',
  'articles-en/us-gov-posts.jsonl.gz',
  'docs-multi/docs.jsonl.gz',
  'tm/tm-en-15-locales.jsonl.gz',
];

/** Files of the data folder that the English lexicon is made of. */
export const LEXICON_FILES: readonly string[] = [
  ...GAZETTEERS.map((name) => `gazetteer/${name}.jsonl`),
  ...RENDERINGS.map((locale) => `gazetteer/translit/en-${locale}.tsv`),
  ...TEXT_FILES,
];

/** What the English lexicon is made of, as `polywire train` reads it for the model that ships. */
export function lexiconSources(data: DataFolder): LexiconSources {
  const read = (file: string): { name: string; content: string } => ({
    name: file,
    content: data.text(file),
  });
  return {
    gazetteers: LEXICON_FILES.filter((file) => file.endsWith('.jsonl')).map(read),
    lists: [{ name: 'names-en.txt', content: readFileSync(configPath('models', 'names-en.txt'), 'utf8') }],
    names: LEXICON_FILES.filter((file) => file.endsWith('.tsv')).map(read),
    texts: TEXT_FILES.map(read),
  };
}
