import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configPath } from '../../../../config/project-root.ts';
import { Locale } from '../../../../shared/document/locale.ts';
import { PipelineError } from '../../../../shared/errors/errors.ts';
import { createRenderDeps } from '../../../../workers/render/deps.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'render-deps-'));
  await cp(configPath('labels'), join(root, 'config/labels'), { recursive: true });
  await cp(configPath('styles'), join(root, 'config/styles'), { recursive: true });
  await cp(configPath('gazetteers'), join(root, 'config/gazetteers'), { recursive: true });
  await cp(configPath('inflection'), join(root, 'config/inflection'), { recursive: true });
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

async function change(file: string, edit: (json: Record<string, unknown>) => void): Promise<void> {
  const path = join(root, 'config', file);
  const json = JSON.parse(await readFile(path, 'utf8'));
  edit(json);
  await writeFile(path, JSON.stringify(json));
}

async function messageOfLoading(): Promise<string> {
  const error = await createRenderDeps({ configFolder: join(root, 'config') }).catch(
    (caught: unknown) => caught,
  );
  return error instanceof PipelineError && error.code === 'CONFIG_INVALID' ? error.message : 'loaded';
}

describe('createRenderDeps', () => {
  it('loads what ships', async () => {
    expect(await messageOfLoading()).toBe('loaded');
  });

  it('names file, pointer and expectation of every problem at once', async () => {
    await change('labels/fr.json', (json) => delete json['photo']);
    await change('labels/ru.json', (json) => (json['minRead_few'] = 'мало'));
    await change('labels/es.json', (json) => (json['byline'] = 'Por {{name}}'));
    await change('labels/ja.json', (json) => (json['minRead_one'] = '{{number}}分'));
    await change('styles/de.json', (json) => (json['timeStyle'] = 'long'));
    await change('styles/he.json', (json) => (json['creditPattern'] = '{{role}}'));
    await change('styles/vi.json', (json) => (json['colour'] = 'red'));
    await rm(join(root, 'config/styles/ar.json'));
    const message = await messageOfLoading();
    for (const expected of [
      'config/labels/fr.json: /photo is missing or empty',
      'config/labels/ru.json: /minRead_few does not use {{number}}',
      'config/labels/es.json: /byline uses {{name}}: expected {{names}}',
      'config/labels/ja.json: /minRead_one is not a label that "ja" has',
      'config/styles/de.json: /timeStyle ',
      'config/styles/he.json: /creditPattern must contain {{name}}',
      'config/styles/vi.json: / Unrecognized key: "colour"',
      'config/styles/ar.json: ENOENT',
    ]) {
      expect(message).toContain(expected);
    }
  });

  it('names the place of a file that is not JSON', async () => {
    await writeFile(join(root, 'config/labels/en.json'), '{ "byline": ');
    expect(await messageOfLoading()).toContain('config/labels/en.json: Unexpected end of JSON input');
  });

  it('knows no locale without labels and style', async () => {
    const { kitOf } = await createRenderDeps({ configFolder: join(root, 'config') });
    expect(() => kitOf(Locale.parse('tlh'))).toThrow(/"tlh" has no config\/labels\/tlh\.json/u);
  });
});
