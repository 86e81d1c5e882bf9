import { z } from 'zod';
import { findNeuralModel, type ImportPackage, importNeuralPackage } from '../../../config/neural-model.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import type { TaggedName } from '../model/tagger.ts';
import { joinPieces } from './join-pieces.ts';
import { placePieces } from './place-pieces.ts';

/** Reads the names of a document's sentences, in reading order: what the taggers that ship do at once. */
export type NameReader = (segments: readonly { readonly text: string }[]) => Promise<readonly TaggedName[]>;

type Classify = (text: string, options: object) => Promise<unknown>;

/** As much of the package as is used. */
interface Transformers {
  readonly env: object;
  pipeline(task: string, model: string, options: object): Promise<Classify>;
}

const Pieces = z.array(z.object({ word: z.string(), entity: z.string(), score: z.number().min(0).max(1) }));

/** Code units that a model is given at a time: models cut off silently what is longer than they take. */
const LONGEST_TEXT = 400;

/**
 * Loads the neural model in `folder`, from the disk alone: nothing is fetched.
 *
 * @throws {PipelineError} `CONFIG_INVALID` in one sentence: the package or a file is missing, or the model
 *   cannot be used.
 */
export async function loadNeural(folder: string, importPackage?: ImportPackage): Promise<NameReader> {
  const { parent, name, dtype } = findNeuralModel(folder);
  const transformers = await importNeuralPackage(folder, importPackage);
  if (!isTransformers(transformers)) {
    throw unusable(folder, 'the package has no "env" and no "pipeline"');
  }
  Object.assign(transformers.env, {
    allowRemoteModels: false,
    allowLocalModels: true,
    localModelPath: parent,
  });
  try {
    const options = { dtype, local_files_only: true };
    const classify = await transformers.pipeline('token-classification', name, options);
    return async (segments) => readNames(classify, segments);
  } catch (error) {
    throw unusable(folder, error instanceof Error ? error.message : String(error), error);
  }
}

function isTransformers(value: unknown): value is Transformers {
  return (
    typeof value === 'object' &&
    value !== null &&
    'env' in value &&
    typeof value.env === 'object' &&
    value.env !== null &&
    'pipeline' in value &&
    typeof value.pipeline === 'function'
  );
}

function unusable(folder: string, why: string, cause?: unknown): PipelineError {
  return new PipelineError(
    'CONFIG_INVALID',
    `POLYWIRE_NEURAL_MODEL is "${folder}", which cannot be used: ${why}`,
    { cause },
  );
}

async function readNames(
  classify: Classify,
  segments: readonly { readonly text: string }[],
): Promise<readonly TaggedName[]> {
  const names: TaggedName[] = [];
  for (const [segment, { text }] of segments.entries()) {
    for (const offset of partsOf(text)) {
      const part = text.slice(offset.start, offset.end);
      const pieces = Pieces.parse(await classify(part, { ignore_labels: [] }));
      const found = joinPieces(placePieces(part, pieces));
      names.push(
        ...found.map((name) => ({
          ...name,
          segment,
          start: name.start + offset.start,
          end: name.end + offset.start,
        })),
      );
    }
  }
  return names;
}

/** A text in parts that are short enough, cut at spaces where there are such, never inside a character. */
function partsOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let start = 0;
  while (start < text.length) {
    let end = Math.min(text.length, start + LONGEST_TEXT);
    if (end < text.length) {
      const space = text.lastIndexOf(' ', end);
      end = space > start ? space : end - Number(/[\uD800-\uDBFF]/.test(text.charAt(end - 1)));
    }
    if (text.slice(start, end).trim() !== '') {
      parts.push({ start, end });
    }
    start = end;
  }
  return parts;
}
