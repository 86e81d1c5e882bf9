import { describe, expect, it } from 'vitest';
import type { Document } from '../../../../../shared/document/document.ts';
import { normalized } from '../support.ts';

const ENGLISH =
  'The port authority said on Monday that the pier would stay closed for two years, and that the work had not begun.';
const FRENCH =
  "Nous avons appris que la jetée resterait fermée pendant deux ans et que les travaux n'ont pas commencé.";

function localesOf(document: Document): Record<string, string | undefined> {
  return Object.fromEntries(document.segments.map(({ text, locale }) => [text.slice(0, 12), locale]));
}

describe('markForeignText', () => {
  it('marks a paragraph that is clearly in another language, and says so', async () => {
    const document = await normalized(`${ENGLISH}\n\n${FRENCH}`);
    expect(localesOf(document)).toEqual({ 'The port aut': undefined, 'Nous avons a': 'fr' });
    expect(document.overlays.diagnostics).toMatchObject([{ code: 'foreign-text', severity: 'info' }]);
  });

  it('marks a paragraph in another script', async () => {
    const russian = 'Администрация порта сообщила в понедельник, что причал будет закрыт на два года.';
    const document = await normalized(`${ENGLISH}\n\n> ${russian}`);
    expect(localesOf(document)).toMatchObject({ Администраци: 'ru' });
  });

  it('puts a span around a quotation in another language', async () => {
    const document = await normalized(
      `${ENGLISH}\n\nThe minister said: “${FRENCH}” He did not take questions.`,
    );
    const quoting = document.segments.find(({ text }) => text.includes('jetée'));
    const [code] = quoting?.codes ?? [];
    expect(code).toMatchObject({ kind: 'span', tag: 'span', lang: 'fr', canDelete: true });
    expect(quoting?.text.slice(code?.start, code?.end)).toBe(FRENCH);
    expect(quoting?.locale).toBeUndefined();
  });

  it.each([
    ['names', 'Emmanuel Macron, Jean-Luc Mélenchon, Marine Le Pen, Édouard Philippe, Élisabeth Borne'],
    ['a title', 'She sang “Non, je ne regrette rien” and left.'],
    ['a short line', 'C’est la vie, mon ami.'],
    [
      'a dish',
      'On the menu: boeuf bourguignon, crème brûlée, soupe à l’oignon, tarte tatin, pot-au-feu, coq au vin',
    ],
    [
      'Latin',
      'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.',
    ],
    ['code', '`de la que el en y a los se del las un por con no una su para es al lo como`'],
  ])('leaves %s alone', async (_, text) => {
    const document = await normalized(`${ENGLISH}\n\n${text}`);
    expect(document.segments.map(({ locale }) => locale)).not.toContain('fr');
    expect(document.segments.flatMap(({ codes }) => codes.filter(({ kind }) => kind === 'span'))).toEqual([]);
  });

  it('takes the language that the source states, and drops a statement that says nothing new', async () => {
    const content = `<p>${ENGLISH}</p><p lang="cy">Bore da.</p><p lang="en-GB">Good <span lang="en">day</span> to <i lang="la">omnes</i>.</p>`;
    const document = await normalized(content, { format: 'html' });
    expect(localesOf(document)).toEqual({
      'The port aut': undefined,
      'Bore da.': 'cy',
      'Good day to ': undefined,
    });
    expect(document.segments.at(-1)?.codes).toMatchObject([
      { kind: 'span', lang: 'la' },
      { kind: 'emphasis' },
    ]);
  });

  it('does not believe an editor that states the same wrong language everywhere', async () => {
    const document = await normalized(`<p lang="es">${ENGLISH}</p><p lang="es">${ENGLISH} So it is.</p>`, {
      format: 'html',
    });
    expect(document.segments.every(({ locale }) => locale === undefined)).toBe(true);
  });

  it('marks nothing in a document that is all in another language than declared', async () => {
    const document = await normalized(`${FRENCH}\n\n${FRENCH} Voilà tout.`, { sourceLocale: 'en' });
    expect(document.segments.every(({ locale }) => locale === undefined)).toBe(true);
    expect(document.overlays.diagnostics).toMatchObject([{ code: 'source-locale-mismatch' }]);
  });
});
