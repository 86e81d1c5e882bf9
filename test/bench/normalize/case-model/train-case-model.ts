import { mkdirSync, writeFileSync } from 'node:fs';
import { configPath } from '../../../../config/project-root.ts';
import { caseTokens } from '../../../../workers/normalize/case/case-tokens.ts';
import type { CaseModel, ModelWord } from '../../../../workers/normalize/case/model/case-model.ts';
import { writeModel } from '../../../../workers/normalize/case/model/model-file.ts';
import { dataFolder } from '../../data-folder.ts';
import { tokenizeDocuments, WordCounts } from './count-words.ts';
import { infoOf, type KnownNames, trainWeights } from './train-weights.ts';
import {
  personNames,
  placeNames,
  smallWordTexts,
  TRAINING_SOURCES,
  trainingDocuments,
} from './training-texts.ts';

const SCALE = 1 / 24;

/** `node dist/test/bench/main.js train case-model [--data DIR]`: writes `config/models/case-en.bin.gz`. */
export async function trainCaseModel(args: readonly string[]): Promise<void> {
  const data = dataFolder(args);
  const documents = tokenizeDocuments(trainingDocuments(data));
  const counts = new WordCounts();
  for (const { blocks } of documents) {
    for (const { tokens } of blocks) {
      counts.add(tokens, 1);
    }
  }
  for (const text of smallWordTexts(data)) {
    for (const token of caseTokens(text)) {
      if (token.isRepairable && counts.capital(token.lower) === 0) {
        counts.addForm(token.lower, token.lower, 1);
      }
    }
  }
  const names: KnownNames = { persons: personNames(data), places: new Set(wordsOf(placeNames(data))) };
  const weights = trainWeights(documents, counts, names);
  const model: CaseModel = {
    language: 'en',
    words: wordTable(counts, names),
    weights: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / SCALE)))),
    scale: SCALE,
  };
  const file = writeModel(model, TRAINING_SOURCES);
  mkdirSync(configPath('models'), { recursive: true });
  writeFileSync(configPath('models', 'case-en.bin.gz'), file);
  const size = documents.reduce(
    (sum, { blocks }) => sum + blocks.reduce((own, { tokens }) => own + tokens.length, 0),
    0,
  );
  console.log(
    `${documents.length} documents, ${size} words, ${model.words.size} word forms, ${file.length} bytes`,
  );
}

function wordsOf(names: readonly string[]): string[] {
  return names.flatMap((name) => caseTokens(name).map((token) => token.lower));
}

function wordTable(counts: WordCounts, names: KnownNames): Map<string, ModelWord> {
  const words = new Set([...counts.words(), ...names.persons.keys(), ...names.places]);
  const table = new Map<string, ModelWord>();
  for (const word of [...words].toSorted()) {
    const info = infoOf(word, counts, names);
    const isKnown = info.lower + info.capital >= 2 || info.person >= 3 || info.isPlace;
    if (isKnown && /^[\p{L}\p{M}]+$/u.test(word)) {
      const form = info.capital > 0 ? counts.capitalForm(word) : undefined;
      table.set(word, { ...info, ...(form === undefined ? {} : { form }) });
    }
  }
  return table;
}
