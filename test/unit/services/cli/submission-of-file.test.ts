import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { submitCommand } from '../../../../services/cli/commands/submit.ts';
import { parseArguments } from '../../../../services/cli/parse-arguments.ts';
import { safeName, slugOf, submissionOfFile } from '../../../../services/cli/submission-of-file.ts';
import type { SubmissionBody } from '../../../../shared/api/submission.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

describe('submissionOfFile', () => {
  it.each([
    ['a.md', 'markdown'],
    ['a.TXT', 'text'],
    ['a.markdown', 'markdown'],
    ['a.txt', 'text'],
    ['a.json', 'json'],
    ['a.ninjs', 'ninjs'],
  ])('reads %s as %s', async (name, format) => {
    expect(await read(name, [])).toMatchObject({ format, content: 'Text.' });
  });

  it.each([
    ['text in another charset', 'latin.md', Buffer.from([0x63, 0x61, 0x66, 0xe9]), 'markdown'],
    ['UTF-16', 'wide.txt', Buffer.from('Text.', 'utf16le'), 'text'],
    ['a page, which may name its charset', 'page.html', Buffer.from('<p>Text.'), 'html'],
    ['a Word document', 'a.docx', Buffer.from('PK\u0003\u0004'), 'docx'],
  ])('sends %s as bytes', async (_name, name, bytes, format) => {
    expect(await read(name, [], bytes)).toMatchObject({
      format,
      content: bytes.toString('base64'),
      contentEncoding: 'base64',
    });
  });

  it.each([
    ['{"uri":"urn:1","body_html":"<p>Text.</p>"}', [], 'ninjs'],
    ['{"body":"Text."}', [], 'json'],
    ['{"body":"Text.","uri":"urn:1"}', ['--as', 'json'], 'json'],
    ['no JSON at all', [], 'json'],
  ])('reads %s with %j as %s', async (content, flags, format) => {
    expect(await read('a.json', flags, content)).toMatchObject({ format, content });
  });

  it('passes on what the options say, locales in canonical form and each once', async () => {
    const flags = [
      '--to',
      'ES,pt_br, es',
      '--source',
      'en_us',
      '--published',
      '2026-01-13',
      '--urgency',
      '2',
    ];
    expect(await read('a.md', flags)).toEqual({
      format: 'markdown',
      content: 'Text.',
      targetLocales: ['es', 'pt-BR'],
      sourceLocale: 'en-US',
      meta: { publishedAt: '2026-01-13' },
      urgency: 2,
    });
  });

  it.each([
    ['a.rtf', [], 'says no format; name one with --as'],
    ['a.md', ['--to', 'xx'], 'Locale "xx" is not configured'],
    ['a.md', ['--urgency', '10'], 'expected a number from 1 to 9'],
    ['a.md', ['--published', 'yesterday'], 'expected a date such as 2026-01-13'],
    ['a.md', ['--source', '!'], 'expected a locale such as "en"'],
  ])('refuses %s with %j', async (name, flags, message) => {
    await expect(read(name, flags)).rejects.toThrow(message);
  });

  it('says which file is missing', async () => {
    const args = parseArguments(submitCommand, ['/nowhere/a.md']);
    await expect(submissionOfFile('/nowhere/a.md', args)).rejects.toThrow(
      '/nowhere/a.md cannot be read: there is no such file',
    );
  });
});

it.each([
  ['news/Mexico Talks (final).md', 'mexico-talks-final'],
  ['Tin tức.html', 'tin-tức'],
  ['.md', 'md'],
  ['!!!.md', 'article'],
])('names the article in %s %s', (file, slug) => {
  expect(slugOf(file)).toBe(slug);
});

it('makes no path of an id', () => {
  expect(safeName('../desk/47.11')).toBe('desk-47-11');
});

async function read(
  name: string,
  flags: readonly string[],
  content: string | Buffer = 'Text.',
): Promise<SubmissionBody> {
  await using folder = await temporaryFolder();
  const file = join(folder.path, name);
  await writeFile(file, content);
  return await submissionOfFile(file, parseArguments(submitCommand, [file, ...flags]));
}
