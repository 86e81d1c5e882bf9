import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configPath, PROJECT_ROOT } from '../../config/project-root.ts';
import { startProcess } from '../support/processes.ts';
import { startRedis } from '../support/redis.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { runCliProcess } from './cli-process.ts';

const isInstalled = existsSync(join(PROJECT_ROOT, 'node_modules', '@huggingface', 'transformers'));

describe.skipIf(isInstalled)('a neural model without the package that runs it', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let env: { POLYWIRE_NEURAL_MODEL: string };
  let sentence: string;

  beforeAll(async () => {
    folder = await temporaryFolder();
    await mkdir(join(folder.path, 'onnx'));
    for (const file of ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model.onnx']) {
      await writeFile(join(folder.path, file), '{}');
    }
    env = { POLYWIRE_NEURAL_MODEL: folder.path };
    sentence = `POLYWIRE_NEURAL_MODEL is "${folder.path}", which needs the package @huggingface/transformers, and that is not installed: run "npm install --no-save @huggingface/transformers", or unset the variable`;
  });
  afterAll(async () => {
    await folder[Symbol.asyncDispose]();
  });

  it('keeps the worker from starting, with one sentence', async () => {
    await using redis = await startRedis();
    const starting = startProcess('workers/tag-entities', { redisUrl: redis.url, env });
    await expect(starting).rejects.toThrow(`tag-entities: CONFIG_INVALID: ${sentence}`);
  });

  it('is told by polywire entities and by polywire doctor', async () => {
    const read = await runCliProcess(['entities', configPath('samples', 'article.md')], env);
    expect(read.code).not.toBe(0);
    expect(read.err).toContain(sentence);
    const { out } = await runCliProcess(['doctor'], env);
    expect(out).toContain(`problem  neural model    ${sentence}`);
    expect((await runCliProcess(['doctor'])).out).toContain('note     neural model    none configured');
  });
});
