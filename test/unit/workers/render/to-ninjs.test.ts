import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toNinjs } from '../../../../workers/render/to-ninjs.ts';
import { documentOf } from '../../../support/builders.ts';
import { machineMade, partsOf, write } from './render-input.ts';

const text = z.strictObject({
  role: z.string().optional(),
  contentType: z.string().optional(),
  value: z.string(),
});
const uri = z.string().refine((value) => URL.canParse(value) && /^[\x21-\x7E]+$/u.test(value));
const dateTime = z.iso.datetime({ offset: true });
const named = z.strictObject({
  name: z.string().optional(),
  rel: z.string().optional(),
  uri: uri.optional(),
  literal: z.string().optional(),
});

/** The part of IPTC's schema 3.1 that we write: names, types, formats and closed objects are as there. */
const item = z
  .strictObject({
    uri,
    type: z.enum([
      'text',
      'audio',
      'video',
      'picture',
      'graphic',
      'composite',
      'component',
      'event',
      'planning',
    ]),
    representationType: z.enum(['full', 'partial']),
    version: z.string(),
    contentCreated: dateTime,
    versionCreated: dateTime,
    pubStatus: z.enum(['usable', 'withheld', 'canceled']),
    language: z.string(),
    title: z.string(),
    headlines: z.array(text),
    descriptions: z.array(text),
    by: z.string(),
    located: z.string(),
    bodies: z.array(text),
    people: z.array(named),
    organisations: z.array(named),
    places: z.array(named),
    subjects: z.array(named),
    infoSources: z.array(z.strictObject({ name: z.string(), role: z.string(), uri: uri.optional() })),
    altIds: z.array(z.strictObject({ role: z.string(), value: z.string() })),
    edNote: z.string(),
    standard: z.strictObject({ name: z.string(), version: z.string(), schema: uri }),
    digitalSourceType: z.strictObject({ name: z.string(), uri, literal: z.string().optional() }),
    renditions: z.array(z.strictObject({ name: z.string(), href: uri, contentType: z.string().optional() })),
  })
  .partial()
  .required({ uri: true });
const association = item.extend({ name: z.string(), rel: z.string().optional() });
const ninjs = item.extend({ associations: z.array(association).optional() });

const FERRY = documentOf(['The ferry is back. Nobody was hurt.'], {
  headline: 'Night ferry returns',
  publishedAt: '2026-04-15T07:20:00+03:00',
  externalId: 'ferry-1',
  meta: {
    byline: [{ name: 'Lena Hartwell' }, { name: 'J. Doe' }],
    agency: 'AFP',
    dateline: 'KISUMU',
    section: 'World',
    keywords: ['ferries'],
    description: 'Ships sail again.',
    editorNote: 'SECRET',
    canonicalUrl: 'https://example.org/é',
  },
});

describe('ninjs', () => {
  it('keeps to the schema of 3.1 and says what the article is', () => {
    const written = write('ninjs', FERRY, 'es', {
      'Night ferry returns': 'Vuelve el ferry',
      'The ferry is back.': 'El ferry ha vuelto.',
    });
    const value = ninjs.parse(JSON.parse(written));
    expect(value).toMatchObject({
      uri: 'https://news.example/es/ferry-1',
      version: '1',
      language: 'es',
      contentCreated: '2026-04-15T07:20:00+03:00',
      headlines: [{ value: 'Vuelve el ferry' }],
      by: 'Lena Hartwell y J. Doe',
      located: 'KISUMU',
      infoSources: [{ name: 'AFP', role: 'agency' }],
      edNote: 'Translation-State: translated=2;approved=2;reviewed=0;machine=0;source=1;segments=3',
      associations: [{ rel: 'translationOf', uri: 'https://example.org/%C3%A9', language: 'en' }],
    });
    expect(value.bodies?.[0]?.value).toContain('<p>El ferry ha vuelto. <span lang="en"');
    expect(value.bodies?.[1]?.value).toBe('El ferry ha vuelto. Nobody was hurt.');
    expect(written).not.toContain('SECRET');
  });

  it('has pictures as associations, and leaves out a date without a time', () => {
    const document = {
      ...documentOf(['It rained.'], { publishedAt: '2026-04-15' }),
      tree: {
        type: 'root' as const,
        children: [
          { type: 'figure' as const, url: 'https://example.org/pier é.jpg', children: [] },
          { type: 'figure' as const, url: '/relative.jpg', children: [] },
        ],
      },
    };
    const value = ninjs.parse(JSON.parse(write('ninjs', document, 'en')));
    expect(value).not.toHaveProperty('contentCreated');
    expect(value.associations?.map(({ rel, uri: link }) => [rel, link])).toEqual([
      ['picture', 'https://example.org/pier%20%C3%A9.jpg'],
    ]);
  });

  it('says so where a machine made some of it', () => {
    const parts = partsOf(FERRY, 'es', { 'Night ferry returns': 'Vuelve el ferry' });
    expect(ninjs.parse(JSON.parse(toNinjs(parts)))).not.toHaveProperty('digitalSourceType');
    expect(ninjs.parse(JSON.parse(toNinjs(machineMade(parts)))).digitalSourceType?.uri).toBe(
      'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
    );
  });
});
