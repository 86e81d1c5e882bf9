import { describe, expect, it } from 'vitest';
import { Locale } from '../../../../../shared/document/locale.ts';
import { readCsvTerms } from '../../../../../shared/exchange/csv/read-terms.ts';
import { writeCsvTerms } from '../../../../../shared/exchange/csv/write-terms.ts';
import { readTbx } from '../../../../../shared/exchange/tbx/read.ts';
import { writeTbx } from '../../../../../shared/exchange/tbx/write.ts';
import { type TermEvent, termsOf } from '../../../../../shared/exchange/term-event.ts';
import type { Term } from '../../../../../shared/memory/terms/term.ts';
import { piecesOf } from '../events.ts';

const EN = Locale.parse('en');
const idOf = (parts: readonly string[]): string => parts.join('|');

async function tbx(text: string): Promise<readonly TermEvent[]> {
  const found: TermEvent[] = [];
  for await (const event of readTbx(piecesOf(text, 17))) {
    found.push(...(event.kind === 'refused' ? [event] : termsOf(event.concept, EN, idOf)));
  }
  return found;
}

async function csv(text: string, locale?: string): Promise<readonly TermEvent[]> {
  const found: TermEvent[] = [];
  const options = {
    sourceLocale: EN,
    idOf,
    ...(locale === undefined ? {} : { locale: Locale.parse(locale) }),
  };
  for await (const event of readCsvTerms(piecesOf(text, 9), options)) {
    found.push(event);
  }
  return found;
}

const shown = (events: readonly TermEvent[]): readonly string[] =>
  events.map((event) =>
    event.kind === 'term'
      ? `${event.term.source} = ${event.term.target} (${event.term.locale}, ${event.term.status})`
      : `${event.line} ${event.name} ${event.reason}${event.detail === undefined ? '' : `: ${event.detail}`}`,
  );

const lang = (tag: string, text: string): string =>
  `<langSec xml:lang="${tag}"><termSec><term>${text}</term></termSec></langSec>`;
const termsIn = (events: readonly TermEvent[]) => events.map((event) => event.kind === 'term' && event.term);

const MARTIF = `<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader><text><body>
<termEntry id="c1"><descrip type="subjectField">health</descrip><langSet xml:lang="en"><tig><term>flu</term><termNote type="partOfSpeech">noun</termNote></tig></langSet><langSet xml:lang="fr-FR"><ntig><termGrp><term>grippe</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig><tig><term>influenza</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet></termEntry>
</body></text></martif>`;
const DCA = `<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry id="c1"><descrip type="subjectField">health</descrip><langSec xml:lang="en"><termSec><term>flu</term></termSec></langSec><langSec xml:lang="fr-FR"><termSec><term>grippe</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec><termSec><term>influenza</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec></conceptEntry></body></text></tbx>`;
const DCT = `<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min"><text><body><conceptEntry id="c1"><min:subjectField>health</min:subjectField><langSec xml:lang="en"><termSec><term>flu</term></termSec></langSec><langSec xml:lang="fr-FR"><termSec><term>grippe</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec><termSec><term>influenza</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec></langSec></conceptEntry></body></text></tbx>`;

describe('readTbx', () => {
  it.each([
    ['of 2008', MARTIF],
    ['of 2019, categories as attributes', DCA],
    ['of 2019, categories as elements', DCT],
  ])('reads concepts %s', async (_, text) => {
    const events = await tbx(text);
    expect(shown(events)).toEqual(['flu = grippe (fr-FR, preferred)', 'flu = influenza (fr-FR, forbidden)']);
    expect(events[0]).toMatchObject({ term: { subject: 'health' } });
  });

  it('refuses concepts without the source language or another, and tags that are none', async () => {
    const events = await tbx(
      `<tbx><text><body><conceptEntry id="a">${lang('fr', 'b')}</conceptEntry>\n<conceptEntry id="b">${lang('en', 'b')}</conceptEntry>\n<conceptEntry id="c">${lang('en', 'x')}${lang('f_', 'y')}${lang('es', 'z')}</conceptEntry></body></text></tbx>`,
    );
    expect(shown(events)).toEqual([
      '1 a source-missing: en',
      '2 b target-missing',
      '3 c locale-unknown: f_',
      'x = z (es, preferred)',
    ]);
  });

  it.each([
    ['another root', '<html/>', /root in line 1, column \d+ is <html>; expected <tbx> or <martif>/u],
    ['entities', '<!DOCTYPE martif [<!ENTITY a "b">]><martif/>', /not accepted/u],
    ['a cut', '<tbx><text>', /not valid at line 1/u],
  ])('stops at %s', async (_, text, message) => {
    await expect(tbx(text)).rejects.toThrow(message);
  });
});

describe('readCsvTerms', () => {
  it('refuses a table whose header names no source, before any row', async () => {
    await expect(csv('foo,bar\n1,2\n', 'fr')).rejects.toThrow(
      'The header in line 1 (foo, bar) has not "source" and "target", or a column a language such as "en"',
    );
  });

  it('reads pairs with their status, several forms a cell', async () => {
    const events = await csv(
      'source,target,status,Part of Speech\nflu|influenza,grippe,preferred,noun\nACME,,do-not-translate,\nx,y,best,\nz,,,\n',
      'fr',
    );
    expect(shown(events)).toEqual([
      'flu = grippe (fr, preferred)',
      'influenza = grippe (fr, preferred)',
      'ACME = ACME (fr, do-not-translate)',
      '4 x row-invalid: status "best"; expected preferred, admitted, forbidden or do-not-translate',
      '5 z target-empty',
    ]);
    expect(events[0]).toMatchObject({ term: { partOfSpeech: 'noun' } });
  });

  it('reads a column a language', async () => {
    expect(shown(await csv('es,en,fr,note\ngripe,flu,grippe,x\n'))).toEqual([
      'flu = gripe (es, preferred)',
      'flu = grippe (fr, preferred)',
    ]);
  });

  it('says what its header should have', async () => {
    await expect(csv('a,b\n1,2\n')).rejects.toThrow(/header in line 1 \(a, b\) has not "source"/u);
  });
});

describe('glossaries that were written', () => {
  const statuses = ['preferred', 'admitted', 'forbidden', 'do-not-translate'] as const;
  const terms = statuses.map((status, at): Term => {
    const source = `A "term" ${at} <&>`;
    const target = status === 'do-not-translate' ? source : `Un terme, ${at}`;
    const locale = Locale.parse('fr');
    return {
      id: idOf([EN, locale, source, target]),
      sourceLocale: EN,
      locale,
      source,
      target,
      status,
      subject: 's',
      note: 'n',
    };
  });

  it('come back as they were', async () => {
    expect(termsIn(await csv(writeCsvTerms(terms).slice(1)))).toEqual(terms);
    expect(termsIn(await tbx(writeTbx(terms)))).toEqual(terms);
  });
});
