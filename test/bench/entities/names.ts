import { createTagEntitiesDeps } from '../../../workers/tag-entities/deps.ts';
import type { Lexicon } from '../../../workers/tag-entities/model/lexicon.ts';
import { createTagger } from '../../../workers/tag-entities/model/tagger.ts';
import { compileLexicon } from '../../../workers/tag-entities/model/train/compile-lexicon.ts';
import type {
  MarkedDocument,
  MarkedName,
  MarkedSentence,
} from '../../../workers/tag-entities/model/train/corpus.ts';
import { harmonize } from '../../../workers/tag-entities/model/train/harmonize.ts';
import { randomNumbers } from '../../../workers/tag-entities/model/train/learn-weights.ts';
import { readCorpus } from '../../../workers/tag-entities/model/train/read-corpus.ts';
import { trainTagger } from '../../../workers/tag-entities/model/train/train-tagger.ts';
import { recognizersFor } from '../../../workers/tag-entities/recognizers.ts';
import { type TagEntitiesDeps, tagEntities } from '../../../workers/tag-entities/tag-entities.ts';
import { documentOf } from '../../support/builders.ts';
import type { DataFolder } from '../data-folder.ts';
import type { Row } from '../report.ts';
import { compromiseNames } from './compromise-names.ts';
import type { Measure } from './measure.ts';
import { LEXICON_FILES, lexiconSources } from './training-files.ts';

const TYPES = ['PER', 'LOC', 'ORG'] as const;
/** Share of the names that are written small in the second run. */
const LOWERED = 0.25;

/** A corpus that is tagged, and what its tagger was trained on: never itself. */
interface Trial {
  readonly name: string;
  readonly language: string;
  readonly files: readonly string[];
  /** Corpora of a tagger made for this trial; without them the one that ships is used. */
  readonly trainedOn?: readonly string[];
  readonly pick?: (document: MarkedDocument) => boolean;
  /** The marks are brought to our habits first: they were derived by rule and are no gold. */
  readonly isDerived?: boolean;
}

const EWT = ['uner-en_ewt-dev', 'uner-en_ewt-test'];
const WNUT = ['wnut17-train', 'wnut17-dev'];

const TRIALS: readonly Trial[] = [
  {
    name: 'ewt',
    language: 'en',
    files: EWT,
    trainedOn: ['wikigold-en', 'gum-ner-derived', ...WNUT],
  },
  {
    name: 'wikigold',
    language: 'en',
    files: ['wikigold-en'],
    trainedOn: [...EWT, 'gum-ner-derived', ...WNUT],
  },
  {
    name: 'gum news, derived marks',
    language: 'en',
    files: ['gum-ner-derived'],
    trainedOn: [...EWT, 'wikigold-en', ...WNUT],
    pick: ({ id }) => id.includes('_news_'),
    isDerived: true,
  },
  {
    name: 'wnut17 dev',
    language: 'en',
    files: ['wnut17-dev'],
    trainedOn: [...EWT, 'wikigold-en', 'gum-ner-derived'],
  },
  { name: 'bosque dev', language: 'pt', files: ['uner-pt_bosque-dev'] },
  { name: 'gsdsimp dev', language: 'zh', files: ['uner-zh_gsdsimp-dev'] },
];

/**
 * Names in texts that the tagger has not seen, from raw text through the whole stage; span and type
 * must be exact. English corpora are left out of training by turns: what ships has seen them all.
 * `entities/<corpus>.jsonl.gz` holds `{text, entities}` a line.
 */
export const names: Measure = {
  name: 'names',
  needs: [...LEXICON_FILES, ...[...EWT, ...WNUT, 'wikigold-en', 'gum-ner-derived'].map(fileOf)],
  run: async (data) => {
    const deps = await createTagEntitiesDeps();
    const lexicon = compileLexicon(lexiconSources(data), 'en');
    return TRIALS.filter(({ files }) => files.every((file) => data.has(fileOf(file)))).flatMap((trial) =>
      rowsOf(trial, readTrial(trial, data, lexicon), depsOf(trial, data, deps)),
    );
  },
};

function fileOf(corpus: string): string {
  return `entities/${corpus}.jsonl.gz`;
}

function documentsOf(
  data: DataFolder,
  corpora: readonly string[],
  language: string,
): readonly MarkedDocument[] {
  return corpora.flatMap((corpus) => readCorpus(corpus, data.text(fileOf(corpus)), language));
}

function depsOf({ trainedOn, language }: Trial, data: DataFolder, deps: TagEntitiesDeps): TagEntitiesDeps {
  if (trainedOn === undefined) {
    return deps;
  }
  const documents = documentsOf(data, trainedOn, language);
  const model = trainTagger({ documents, lexicon: lexiconSources(data) }, { language, passes: 8, seed: 1 });
  const recognizers = recognizersFor(language, createTagger(model));
  return { ...deps, recognizersFor: () => recognizers };
}

function readTrial(
  { files, language, pick = () => true, isDerived = false }: Trial,
  data: DataFolder,
  lexicon: Lexicon,
): readonly MarkedDocument[] {
  const documents = documentsOf(data, files, language).filter(pick);
  return isDerived ? documents.map((document) => harmonized(document, lexicon)) : documents;
}

function rowsOf(
  { name, language }: Trial,
  documents: readonly MarkedDocument[],
  deps: TagEntitiesDeps,
): readonly Row[] {
  const lowered = documents.map((document, at) => lowerNames(document, randomNumbers(at + 1)));
  const tagger = (document: MarkedDocument): readonly (readonly MarkedName[])[] =>
    stageNames(document, language, deps);
  const own = score(documents, tagger);
  const small = score(lowered, tagger);
  const other = language === 'en' ? score(documents, baselineNames) : undefined;
  const otherSmall = language === 'en' ? score(lowered, baselineNames) : undefined;
  const lead = own.all.f1 - (other?.all.f1 ?? 0);
  const loss = own.all.f1 - small.all.f1;
  const row = (
    measure: string,
    value: number,
    baseline: number | undefined,
    samples = own.all.names,
  ): Row => ({
    measure: `${name}: ${measure}`,
    value,
    unit: 'points',
    samples,
    ...(baseline === undefined ? {} : { baseline: { name: 'compromise', value: baseline } }),
  });
  return [
    {
      ...row('F1', own.all.f1, other?.all.f1),
      ...(other === undefined ? {} : { goal: '20 above compromise', ok: lead >= 20 }),
    },
    row('precision', own.all.precision, other?.all.precision),
    row('recall', own.all.recall, other?.all.recall),
    ...TYPES.map((type) => row(`${type} F1`, own[type].f1, other?.[type].f1, own[type].names)),
    ...(language === 'zh'
      ? []
      : [
          row('F1, a quarter of the names in small letters', small.all.f1, otherSmall?.all.f1),
          { ...row('loss by small letters', loss, undefined), goal: '<= 3', ok: loss <= 3 },
        ]),
  ];
}

function harmonized(document: MarkedDocument, lexicon: Lexicon): MarkedDocument {
  return { ...document, sentences: document.sentences.map((sentence) => harmonize(sentence, lexicon)) };
}

function lowerNames(document: MarkedDocument, random: () => number): MarkedDocument {
  return {
    ...document,
    sentences: document.sentences.map((sentence): MarkedSentence => {
      let { text } = sentence;
      for (const { start, end } of sentence.names) {
        const lower = text.slice(start, end).toLowerCase();
        if (random() < LOWERED && lower.length === end - start) {
          text = text.slice(0, start) + lower + text.slice(end);
        }
      }
      return { ...sentence, text };
    }),
  };
}

/** Names by sentence, from the text alone. */
type Finder = (document: MarkedDocument) => readonly (readonly MarkedName[])[];

function stageNames(
  { sentences }: MarkedDocument,
  language: string,
  deps: TagEntitiesDeps,
): readonly MarkedName[][] {
  const document = documentOf([sentences.map(({ text }) => text)], { sourceLocale: language });
  const { mentions, entities } = tagEntities(document, deps);
  const types = new Map(entities.map(({ id, type }) => [id, type]));
  const places = new Map<string, number>(document.segments.map(({ id }, at) => [id, at]));
  const found: MarkedName[][] = sentences.map(() => []);
  for (const { segmentId, span, entityId } of mentions) {
    const type = TYPES.find((known) => known === types.get(entityId));
    if (type !== undefined) {
      found[places.get(segmentId) ?? -1]?.push({ ...span, type });
    }
  }
  return found;
}

function baselineNames({ sentences }: MarkedDocument): ReturnType<Finder> {
  return sentences.map(({ text }) => compromiseNames(text));
}

interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly names: number;
}

/** Of a hundred. */
function score(
  documents: readonly MarkedDocument[],
  find: Finder,
): Record<(typeof TYPES)[number] | 'all', Score> {
  const counts = { PER: [0, 0, 0], LOC: [0, 0, 0], ORG: [0, 0, 0], all: [0, 0, 0] };
  const count = (type: MarkedName['type'], which: number): void => {
    if (type !== 'MISC') {
      for (const own of [counts[type], counts.all]) {
        own[which] = (own[which] ?? 0) + 1;
      }
    }
  };
  for (const document of documents) {
    const found = find(document);
    for (const [at, { names: marked }] of document.sentences.entries()) {
      const keys = new Set(marked.map(keyOf));
      const read = found[at] ?? [];
      for (const { type } of marked) {
        count(type, 0);
      }
      for (const { type } of read) {
        count(type, 1);
      }
      for (const { type } of read.filter((name) => keys.has(keyOf(name)))) {
        count(type, 2);
      }
    }
  }
  return {
    PER: scoreOf(counts.PER),
    LOC: scoreOf(counts.LOC),
    ORG: scoreOf(counts.ORG),
    all: scoreOf(counts.all),
  };
}

function keyOf({ start, end, type }: MarkedName): string {
  return `${start} ${end} ${type}`;
}

/** Of how many were marked, were found, and were right. */
function scoreOf([marked = 0, found = 0, right = 0]: readonly number[]): Score {
  return {
    precision: found === 0 ? 0 : (100 * right) / found,
    recall: marked === 0 ? 0 : (100 * right) / marked,
    f1: marked + found === 0 ? 0 : (200 * right) / (marked + found),
    names: marked,
  };
}
