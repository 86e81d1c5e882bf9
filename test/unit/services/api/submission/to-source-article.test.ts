import { describe, expect, it } from 'vitest';
import { PIPELINE } from '../../../../../config/pipeline.ts';
import { compareSources } from '../../../../../services/api/submission/compare-sources.ts';
import {
  type Submission,
  toSourceArticle,
} from '../../../../../services/api/submission/to-source-article.ts';
import { PipelineError } from '../../../../../shared/errors/errors.ts';
import { contentHashOf } from '../../../../../shared/stores/article-identity.ts';

const LATIN = Buffer.from('caf\u00e9 au lait', 'latin1').toString('base64');

function submission(over: Partial<Submission>): Submission {
  return {
    tenant: 'desk',
    externalId: 'a',
    version: 1,
    format: 'text',
    content: 'Text.',
    urgency: 5,
    ...over,
  };
}

function refusal(over: Partial<Submission>): unknown {
  try {
    return toSourceArticle(submission(over));
  } catch (error) {
    const errors = error instanceof PipelineError ? error.details['errors'] : undefined;
    return error instanceof PipelineError ? { code: error.code, errors } : error;
  }
}

describe('toSourceArticle', () => {
  it('passes bytes on with their charset, and text without one', () => {
    const bytes = { content: LATIN, contentEncoding: 'base64', charset: 'latin1' } as const;
    expect(toSourceArticle(submission(bytes))).toMatchObject(bytes);
    const text = toSourceArticle(submission({ contentEncoding: 'text', charset: 'latin1' }));
    expect(text).not.toHaveProperty('contentEncoding');
    expect(text).not.toHaveProperty('charset');
  });

  it('takes wrapped and unpadded base64 as the same content', () => {
    const wrapped = `${LATIN.slice(0, 8)}\r\n${LATIN.slice(8).replaceAll('=', '')}\n`;
    const [one, other] = [LATIN, wrapped].map((content) =>
      contentHashOf(toSourceArticle(submission({ content, contentEncoding: 'base64' }))),
    );
    expect(other).toBe(one);
  });

  it.each(['caf\u00e9', 'Zm9v!', 'Zm9vY', 'Zm=v', '====', ' '])('refuses "%s" as base64', (content) => {
    expect(refusal({ content, contentEncoding: 'base64' })).toMatchObject({
      code: 'REQUEST_INVALID',
      errors: [{ pointer: '/content' }],
    });
  });

  it('refuses a DOCX that was sent as text', () => {
    expect(refusal({ format: 'docx' })).toMatchObject({
      code: 'REQUEST_INVALID',
      errors: [{ pointer: '/contentEncoding' }],
    });
  });

  it('counts the bytes, not the letters of their base64', () => {
    const most = Buffer.alloc(PIPELINE.maxArticleBytes, 97);
    const bytes = (count: number): string => most.subarray(0, count).toString('base64');
    expect(refusal({ content: bytes(most.length), contentEncoding: 'base64' })).not.toHaveProperty('code');
    const more = Buffer.concat([most, Buffer.from('a')]).toString('base64');
    expect(refusal({ content: more, contentEncoding: 'base64' })).toMatchObject({
      code: 'SOURCE_TOO_LARGE',
      errors: [{ pointer: '/content' }],
    });
  });

  it('makes other content of the same letters in another encoding or charset', () => {
    const hashes = [
      { content: LATIN },
      { content: LATIN, contentEncoding: 'base64' as const },
      { content: LATIN, contentEncoding: 'base64' as const, charset: 'koi8-r' },
    ].map((over) => contentHashOf(toSourceArticle(submission(over))));
    expect(new Set(hashes).size).toBe(3);
  });

  it('compares bytes by their number', () => {
    const stored = toSourceArticle(submission({ content: LATIN, contentEncoding: 'base64' }));
    const sent = toSourceArticle(
      submission({ content: 'Zm9v', contentEncoding: 'base64', charset: 'cp1252' }),
    );
    expect(compareSources(stored, sent)).toEqual([
      { pointer: '/content', detail: '12 bytes are here, 3 other bytes were sent' },
      { pointer: '/charset', detail: 'nothing is here, "cp1252" was sent' },
    ]);
  });
});
