import type { Element } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { toHtml } from '../../../../workers/render/to-html.ts';
import { documentOf } from '../../../support/builders.ts';
import { machineMade, partsOf, render, write } from './render-input.ts';

const parser = unified().use(rehypeParse).freeze();

function headOf(html: string): readonly Element[] {
  const found: Element[] = [];
  visit(parser.parse(html), 'element', (node) => {
    if (['meta', 'link', 'script'].includes(node.tagName)) {
      found.push(node);
    }
  });
  return found;
}

function linksOf(html: string): readonly string[] {
  return headOf(html)
    .filter(({ tagName }) => tagName === 'link')
    .map(({ properties: { rel, hrefLang, href } }) => [rel, hrefLang, href].flat().filter(Boolean).join(' '));
}

function metaOf(html: string): ReadonlyMap<string, string> {
  return new Map(
    headOf(html)
      .filter(({ tagName }) => tagName === 'meta')
      .map(({ properties: { name, property, content } }) => [String(property ?? name), String(content)]),
  );
}

function jsonLdOf(html: string): Record<string, unknown> {
  const script = headOf(html).find(({ tagName }) => tagName === 'script');
  const [text] = script?.children ?? [];
  return JSON.parse(text?.type === 'text' ? text.value : '');
}

const FERRY = documentOf(['It rained.'], {
  headline: 'Night ferry returns',
  publishedAt: '2026-04-15T07:20:00+03:00',
  externalId: 'ferry/1 é',
  meta: {
    byline: [{ name: 'Lena Hartwell' }],
    agency: 'AFP',
    canonicalUrl: 'https://example.org/en/ferry',
    keywords: ['ferries'],
    section: 'World',
  },
});

describe("a page's addresses", () => {
  it('names itself, every locale, the original, and the original for everyone else', () => {
    expect(linksOf(write('html', FERRY, 'es'))).toEqual([
      'canonical https://news.example/es/ferry%2F1%20%C3%A9',
      'alternate es https://news.example/es/ferry%2F1%20%C3%A9',
      'alternate ar https://news.example/ar/ferry%2F1%20%C3%A9',
      'alternate zh-Hans https://news.example/zh-Hans/ferry%2F1%20%C3%A9',
      'alternate en https://example.org/en/ferry',
      'alternate x-default https://example.org/en/ferry',
    ]);
  });

  it('invents none where no site is configured', async () => {
    const { outputs } = await render(FERRY, 'es');
    expect(linksOf(outputs.html)).toEqual(['alternate en https://example.org/en/ferry']);
    expect(metaOf(outputs.html).has('og:url')).toBe(false);
    expect(jsonLdOf(outputs.html)).not.toHaveProperty('url');
  });

  it('has no default where nobody knows the original', () => {
    const links = linksOf(write('html', documentOf(['It rained.']), 'es'));
    expect(links.filter((link) => link.includes('x-default'))).toEqual([]);
    expect(links).toHaveLength(4);
  });
});

describe('what programs read of a page', () => {
  it('describes the article and the work that it translates', () => {
    const html = write('html', FERRY, 'es', { 'Night ferry returns': 'Vuelve el ferry nocturno' });
    expect(jsonLdOf(html)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Vuelve el ferry nocturno',
      inLanguage: 'es',
      url: 'https://news.example/es/ferry%2F1%20%C3%A9',
      mainEntityOfPage: 'https://news.example/es/ferry%2F1%20%C3%A9',
      datePublished: '2026-04-15T07:20:00+03:00',
      author: [{ '@type': 'Person', name: 'Lena Hartwell' }],
      provider: { '@type': 'Organization', name: 'AFP' },
      articleSection: { '@language': 'en', '@value': 'World' },
      keywords: ['ferries'],
      translationOfWork: {
        '@type': 'NewsArticle',
        headline: 'Night ferry returns',
        inLanguage: 'en',
        url: 'https://example.org/en/ferry',
      },
    });
    expect(Object.fromEntries(metaOf(html))).toMatchObject({
      author: 'Lena Hartwell',
      'translation-state': 'translated=1;approved=1;reviewed=0;machine=0;source=1;segments=2',
      'og:type': 'article',
      'og:title': 'Vuelve el ferry nocturno',
      'og:locale': 'es_ES',
      'og:locale:alternate': 'zh_CN',
      'article:published_time': '2026-04-15T07:20:00+03:00',
      'article:tag': 'ferries',
    });
  });

  it('marks a headline that is still in the source language, and the original is no translation', () => {
    expect(jsonLdOf(write('html', FERRY, 'ar'))).toMatchObject({
      headline: { '@language': 'en', '@value': 'Night ferry returns' },
    });
    const own = jsonLdOf(write('html', FERRY, 'en'));
    expect(own).toMatchObject({ headline: 'Night ferry returns', inLanguage: 'en' });
    expect(own).not.toHaveProperty('translationOfWork');
  });

  it('cannot be ended by what an article says', () => {
    const title = '</script><script>alert(1)</script><!--';
    const html = write('html', documentOf(['It rained.'], { headline: title }), 'es');
    expect(headOf(html).filter(({ tagName }) => tagName === 'script')).toHaveLength(1);
    expect(jsonLdOf(html)).toMatchObject({ translationOfWork: { headline: title } });
  });

  it('says so where a machine made some of it', () => {
    const parts = partsOf(documentOf(['It rained.']), 'es', { 'It rained.': 'Llovió.' });
    expect(jsonLdOf(toHtml(parts))).not.toHaveProperty('digitalSourceType');
    expect(jsonLdOf(toHtml(machineMade(parts)))['digitalSourceType']).toBe(
      'https://schema.org/TrainedAlgorithmicMediaDigitalSource',
    );
  });
});
