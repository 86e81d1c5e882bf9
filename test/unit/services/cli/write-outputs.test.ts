import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createClient } from '../../../../services/cli/client.ts';
import { readFormats, writeOutputs } from '../../../../services/cli/write-outputs.ts';
import { OUTPUT_FORMATS } from '../../../../shared/document/output-format.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { refuse, type Script, scriptedService } from './scripted-service.ts';

const script: Script = ({ url }, response) => {
  if (url.includes('/ja')) {
    refuse(response, { status: 409, detail: 'The Japanese output is not ready' });
  } else if (url.includes('/fr')) {
    refuse(response, { status: 503, detail: 'Redis does not answer' });
  } else {
    response.end(`<p>${url}</p>`);
  }
};

describe('writeOutputs', () => {
  it('writes one file per locale and format, and reports what is not ready', async () => {
    await using service = await scriptedService(script);
    await using folder = await temporaryFolder();
    const written = await writeOutputs(clientOf(service.url), {
      externalId: 'news',
      locales: ['es', 'ja'],
      formats: ['html', 'md'],
      folder: join(folder.path, 'news'),
      policy: 'approved',
    });
    expect((await readdir(join(folder.path, 'news'))).sort()).toEqual(['es.html', 'es.md']);
    expect(await readFile(join(folder.path, 'news/es.md'), 'utf8')).toBe(
      '<p>/v1/articles/news/locales/es?format=md&policy=approved</p>',
    );
    expect(written.missing.map(({ locale, format, reason }) => `${locale}.${format}: ${reason}`)).toEqual([
      'ja.html: The Japanese output is not ready; try again in 3 s',
      'ja.md: The Japanese output is not ready; try again in 3 s',
    ]);
  });

  it('gives files the endings of their formats', async () => {
    await using service = await scriptedService(script);
    await using folder = await temporaryFolder();
    const request = {
      externalId: 'news',
      locales: ['es'],
      formats: ['fragment', 'txt'] as const,
      folder: folder.path,
    };
    await writeOutputs(clientOf(service.url), request);
    expect((await readdir(folder.path)).sort()).toEqual(['es.fragment.html', 'es.txt']);
  });

  it('gives up when the service is gone', async () => {
    await using service = await scriptedService(script);
    await using folder = await temporaryFolder();
    const request = { externalId: 'news', locales: ['fr'], formats: ['html'] as const, folder: folder.path };
    await expect(writeOutputs(clientOf(service.url), request)).rejects.toMatchObject({ exit: 'unreachable' });
  });
});

it('reads lists of formats', () => {
  expect(readFormats(undefined)).toEqual(['html', 'md', 'json']);
  expect(readFormats('md, json')).toEqual(['md', 'json']);
  expect(readFormats('fragment')).toEqual(['fragment']);
  expect(() => readFormats('pdf')).toThrow(`--format has "pdf"; expected ${OUTPUT_FORMATS.join(', ')}`);
});

function clientOf(url: string): ReturnType<typeof createClient> {
  return createClient({ url, key: undefined, signal: new AbortController().signal });
}
