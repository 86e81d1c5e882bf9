import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { PipelineError } from '../../shared/errors/errors.ts';

/** What `polywire train` was asked for; all paths are absolute. */
export interface TrainingRequest {
  /** Files, or folders of which every file in a known form is taken. */
  readonly corpora: readonly string[];
  readonly gazetteers: readonly string[];
  readonly lists: readonly string[];
  readonly names: readonly string[];
  readonly texts: readonly string[];
  readonly language: string;
  readonly passes: number;
  readonly seed: number;
  /** Told what is being done, a sentence at a time. */
  readonly say: (text: string) => void;
}

/** A trained model with how well its like did on documents held back from it. */
export interface TrainedTagger {
  readonly file: Buffer;
  readonly corpora: readonly { readonly name: string; readonly documents: number; readonly names: number }[];
  readonly scores: Readonly<
    Record<
      string,
      { readonly precision: number; readonly recall: number; readonly f1: number; readonly names: number }
    >
  >;
}

const CORPUS_FILE = /\.(?:jsonl|conll|bio|iob2?|tsv)(?:\.gz)?$/u;
const unpack = promisify(gunzip);

/**
 * Trains a tagger twice: without a tenth of the documents, which then score it, and with all of them,
 * which is what is returned. The same request gives the same bytes.
 *
 * @throws {PipelineError} `CONFIG_INVALID` where a file is missing or no name is marked for the language.
 */
export async function trainTaggerFromFiles(request: TrainingRequest): Promise<TrainedTagger> {
  const [{ readCorpus }, { trainTagger }, { scoreTagger }, { writeTaggerModel }] = await Promise.all([
    import('../../workers/tag-entities/model/train/read-corpus.ts'),
    import('../../workers/tag-entities/model/train/train-tagger.ts'),
    import('../../workers/tag-entities/model/train/score-tagger.ts'),
    import('../../workers/tag-entities/model/model-file.ts'),
  ]);
  const { language, passes, seed, say } = request;
  const corpora = (await filesOf(request.corpora)).map(({ name, content }) => ({
    name,
    documents: readCorpus(name, content, language),
  }));
  const documents = corpora.flatMap((corpus) => corpus.documents);
  if (!documents.some(({ sentences }) => sentences.some(({ names }) => names.length > 0))) {
    throw new PipelineError(
      'CONFIG_INVALID',
      `${request.corpora.join(', ')} marks no name in a text of language "${language}": expected JSON Lines of {text, entities: [{start, end, type}]} or columns of token and label`,
    );
  }
  const lexicon = {
    gazetteers: await filesOf(request.gazetteers),
    lists: await filesOf(request.lists),
    names: await filesOf(request.names),
    texts: await filesOf(request.texts),
  };
  const training = { language, passes, seed };
  say(`Training on nine tenths of ${documents.length} documents ...`);
  const kept = documents.filter((_, at) => at % 10 !== 9);
  const trial = trainTagger({ documents: kept, lexicon }, training);
  const scores = scoreTagger(
    trial,
    documents.filter((_, at) => at % 10 === 9),
  );
  say('Training on all of them ...');
  const model = trainTagger({ documents, lexicon }, training);
  return {
    file: writeTaggerModel(model),
    corpora: corpora.map((corpus) => ({
      name: corpus.name,
      documents: corpus.documents.length,
      names: corpus.documents.reduce(
        (sum, { sentences }) => sum + sentences.reduce((own, { names }) => own + names.length, 0),
        0,
      ),
    })),
    scores,
  };
}

async function filesOf(
  paths: readonly string[],
): Promise<readonly { readonly name: string; readonly content: string }[]> {
  const all = await Promise.all(paths.map(filesAt));
  return Promise.all(
    all.flat().map(async (path) => {
      const bytes = await readFile(path);
      const content = path.endsWith('.gz') ? await unpack(bytes) : bytes;
      return { name: basename(path), content: content.toString('utf8') };
    }),
  );
}

async function filesAt(path: string): Promise<readonly string[]> {
  try {
    if ((await stat(path)).isDirectory()) {
      const names = await readdir(path);
      return names
        .filter((name) => CORPUS_FILE.test(name))
        .toSorted()
        .map((name) => join(path, name));
    }
    return [path];
  } catch (cause) {
    throw new PipelineError('CONFIG_INVALID', `${path} cannot be read: expected a file or folder`, { cause });
  }
}
