import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadNeural } from '../../../../../workers/tag-entities/neural/load-neural.ts';
import { tagEntities } from '../../../../../workers/tag-entities/tag-entities.ts';
import { documentOf } from '../../../../support/builders.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { deps } from '../tagged.ts';

type Piece = readonly [word: string, entity: string, score?: number];

/** A package whose model answers what `answer` says of a text; it keeps what it was asked. */
function packageOf(answer: (text: string) => readonly Piece[]): {
  readonly module: { env: Record<string, unknown>; pipeline: (...args: unknown[]) => Promise<unknown> };
  readonly asked: unknown[][];
  readonly texts: string[];
} {
  const asked: unknown[][] = [];
  const texts: string[] = [];
  const pipeline = async (...args: unknown[]): Promise<unknown> => {
    asked.push(args);
    return async (text: string) => {
      texts.push(text);
      return answer(text).map(([word, entity, score = 0.9], index) => ({ word, entity, score, index }));
    };
  };
  return { module: { env: { allowRemoteModels: true }, pipeline }, asked, texts };
}

async function modelFolder(path: string, weights = 'model_quantized.onnx'): Promise<string> {
  const folder = join(path, 'ner');
  await mkdir(join(folder, 'onnx'), { recursive: true });
  for (const file of ['config.json', 'tokenizer.json', 'tokenizer_config.json', `onnx/${weights}`]) {
    await writeFile(join(folder, file), '{}');
  }
  return folder;
}

async function read(text: string, pieces: readonly Piece[]): Promise<readonly string[]> {
  await using folder = await temporaryFolder();
  const { module } = packageOf(() => pieces);
  const reader = await loadNeural(await modelFolder(folder.path), async () => module);
  const names = await reader([{ text }]);
  return names.map(({ start, end, type, confidence }) => `${type} ${text.slice(start, end)} ${confidence}`);
}

function words(part: string): readonly Piece[] {
  return part.split(/\s+/u).map((word) => [word, 'B-PER']);
}

async function failing(): Promise<never> {
  throw new Error('no such library');
}

describe('a neural model', () => {
  it('is loaded from the disk alone, with the weights that are there', async () => {
    await using folder = await temporaryFolder();
    const { module, asked } = packageOf(() => []);
    await loadNeural(await modelFolder(folder.path), async (name) => {
      expect(name).toBe('@huggingface/transformers');
      return module;
    });
    expect(module.env).toEqual({
      allowRemoteModels: false,
      allowLocalModels: true,
      localModelPath: folder.path,
    });
    expect(asked).toEqual([['token-classification', 'ner', { dtype: 'q8', local_files_only: true }]]);
  });

  it.each([
    [
      'pieces of words, each word labelled by its first piece',
      'Claudia Sheinbaum spoke.',
      [
        ['Claudia', 'B-PER'],
        ['She', 'I-PER', 0.8],
        ['##in', 'O'],
        ['##baum', 'I-LOC', 0.1],
        ['spoke', 'O'],
        ['.', 'O'],
      ],
      ['PER Claudia Sheinbaum 0.8'],
    ],
    [
      'texts whose case and accents the tokenizer drops',
      'José Núñez flew to Łódź.',
      [
        ['jose', 'B-PER'],
        ['nunez', 'I-PER'],
        ['flew', 'O'],
        ['to', 'O'],
        ['ł', 'B-LOC'],
        ['##odz', 'I-LOC'],
        ['.', 'O'],
      ],
      ['PER José Núñez 0.9', 'LOC Łódź 0.9'],
    ],
    [
      'pieces with spaces or a mark before a word',
      'Visit Rio de Janeiro',
      [
        ['▁Visit', 'O'],
        ['▁Rio', 'B-LOC'],
        [' de', 'I-LOC'],
        ['▁Jane', 'I-LOC'],
        ['iro', 'I-LOC'],
      ],
      ['LOC Rio de Janeiro 0.9'],
    ],
    [
      'two names of one type side by side, and labels of BIOES',
      'Ana Bob NATO',
      [
        ['Ana', 'B-PER'],
        ['Bob', 'B-PER'],
        ['NATO', 'S-ORG'],
      ],
      ['PER Ana 0.9', 'PER Bob 0.9', 'ORG NATO 0.9'],
    ],
    [
      'types without parts, and other names of types',
      'Ana Ruiz of Nairobi',
      [
        ['Ana', 'PERSON'],
        ['Ruiz', 'PERSON'],
        ['of', 'O'],
        ['Nairobi', 'GPE'],
      ],
      ['PER Ana Ruiz 0.9', 'LOC Nairobi 0.9'],
    ],
    [
      'characters that the tokenizer does not know',
      '☃ Ana ☃☃ Paris',
      [
        ['[UNK]', 'O'],
        ['Ana', 'B-PER'],
        ['[UNK]', 'O'],
        ['Paris', 'B-LOC'],
      ],
      ['PER Ana 0.9', 'LOC Paris 0.9'],
    ],
    [
      'a piece that the text does not have',
      'Ana left',
      [
        ['Bob', 'B-PER'],
        ['left', 'O'],
      ],
      [],
    ],
  ] as const)('reads %s', async (_what, text, pieces, names) => {
    expect(await read(text, pieces)).toEqual(names);
  });

  it('gives spans inside the text whatever the text and the pieces', async () => {
    await using folder = await temporaryFolder();
    const path = await modelFolder(folder.path);
    const labels = fc.constantFrom('O', 'B-PER', 'I-PER', 'I-LOC', 'E-ORG', 'MISC');
    const cases = fc.record({
      text: fc.string({ unit: 'binary', maxLength: 900 }),
      pieces: fc.array(fc.tuple(fc.string({ unit: 'grapheme', maxLength: 4 }), labels), { maxLength: 30 }),
      isCut: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ text, pieces, isCut }) => {
        const { module, texts } = packageOf((part) => (isCut ? words(part) : pieces));
        const reader = await loadNeural(path, async () => module);
        let end = 0;
        for (const name of await reader([{ text }])) {
          expect(name.start).toBeGreaterThanOrEqual(end);
          expect(name.end).toBeGreaterThan(name.start);
          expect(name.end).toBeLessThanOrEqual(text.length);
          end = name.end;
        }
        expect(texts.every((part) => part.length <= 400)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('stands in place of the tagger that ships: gazetteers and values are read as before', async () => {
    await using folder = await temporaryFolder();
    const document = documentOf(['Zorblax met Ana Ruiz in Nairobi on May 3.']);
    const { module } = packageOf(() => [
      ['Zorblax', 'B-ORG'],
      ['met', 'O'],
      ['Ana', 'B-PER'],
      ['Ruiz', 'I-PER'],
    ]);
    const reader = await loadNeural(await modelFolder(folder.path), async () => module);
    const { mentions, entities } = tagEntities(document, deps, { names: await reader(document.segments) });
    expect(mentions.map(({ text, entityId }) => `${text} ${entityId}`)).toEqual([
      'Zorblax local:org:zorblax',
      'Ana Ruiz local:per:ana-ruiz',
      'Nairobi Q3870',
      expect.stringContaining('May 3 '),
    ]);
    expect(entities[0]?.evidence).toEqual(['The model reads it as an organization']);
  });

  it('says in one sentence what is missing or cannot be used', async () => {
    await using folder = await temporaryFolder();
    const missing = join(folder.path, 'none');
    await expect(loadNeural(missing)).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: `POLYWIRE_NEURAL_MODEL is "${missing}", which is no folder`,
    });
    await expect(loadNeural(folder.path)).rejects.toThrow('which has no config.json');
    const path = await modelFolder(folder.path, 'weights.bin');
    await expect(loadNeural(path)).rejects.toThrow('which has no onnx/model.onnx');
    const complete = await modelFolder(folder.path, 'model.onnx');
    await expect(loadNeural(complete, async () => ({}))).rejects.toThrow('the package has no "env"');
    const broken = { env: {}, pipeline: async () => Promise.reject(new Error('Unsupported model type: x')) };
    await expect(loadNeural(complete, async () => broken)).rejects.toThrow(
      'which cannot be used: Unsupported model type: x',
    );
    await expect(loadNeural(complete, failing)).rejects.toThrow('cannot be loaded (no such library)');
  });
});
