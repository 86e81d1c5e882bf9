import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PipelineError } from '../shared/errors/errors.ts';

/** The package that runs neural models: never a dependency, installed by whoever wants it. */
const NEURAL_PACKAGE = '@huggingface/transformers';

/** A model's folder, in the form in which the package wants it. */
export interface NeuralModel {
  /** Where the folder lies. */
  readonly parent: string;
  /** Name of the folder. */
  readonly name: string;
  /** Kind of its weights, as the package names it. */
  readonly dtype: string;
}

/** Imports a package by its name. */
export type ImportPackage = (name: string) => Promise<unknown>;

/** Files of weights, the most exact first, and what the package calls them. */
const WEIGHTS: readonly (readonly [file: string, dtype: string])[] = [
  ['model.onnx', 'fp32'],
  ['model_quantized.onnx', 'q8'],
  ['model_int8.onnx', 'int8'],
  ['model_uint8.onnx', 'uint8'],
  ['model_fp16.onnx', 'fp16'],
  ['model_q4.onnx', 'q4'],
];
const FILES = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];

/**
 * Looks whether a folder holds a model for token classification.
 *
 * @throws {PipelineError} `CONFIG_INVALID`, which names the first file that is missing.
 */
export function findNeuralModel(folder: string): NeuralModel {
  if (!existsSync(folder)) {
    throw invalid(folder, 'which is no folder');
  }
  const missing = FILES.find((file) => !existsSync(join(folder, file)));
  const weights = WEIGHTS.find(([file]) => existsSync(join(folder, 'onnx', file)));
  if (missing !== undefined || weights === undefined) {
    throw invalid(folder, `which has no ${missing ?? join('onnx', WEIGHTS[0]?.[0] ?? '')}`);
  }
  return { parent: dirname(folder), name: basename(folder), dtype: weights[1] };
}

/**
 * Imports the package that runs the model in `folder`.
 *
 * @throws {PipelineError} `CONFIG_INVALID` where it is not installed, or cannot be loaded here.
 */
export async function importNeuralPackage(
  folder: string,
  importPackage: ImportPackage = async (name) => import(name),
): Promise<unknown> {
  try {
    return await importPackage(NEURAL_PACKAGE);
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    const why = isMissing
      ? `which needs the package ${NEURAL_PACKAGE}, and that is not installed: run "npm install --no-save ${NEURAL_PACKAGE}"`
      : `but the package ${NEURAL_PACKAGE} cannot be loaded (${error instanceof Error ? error.message : String(error)}): install it anew`;
    throw invalid(folder, `${why}, or unset the variable`, error);
  }
}

function invalid(folder: string, why: string, cause?: unknown): PipelineError {
  return new PipelineError('CONFIG_INVALID', `POLYWIRE_NEURAL_MODEL is "${folder}", ${why}`, { cause });
}
