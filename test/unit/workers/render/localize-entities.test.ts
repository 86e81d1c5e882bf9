import { describe, expect, it } from 'vitest';
import type { Entity, EntityValue } from '../../../../shared/document/entity-mention.ts';
import { localizeEntities } from '../../../../workers/render/localize-entities.ts';
import { kitOf } from './render-input.ts';

function named(id: string, name: string, names: Record<string, string>): Entity {
  return { id, type: 'LOC', name, names, evidence: [] };
}

function valued(value: EntityValue): Entity {
  return { id: 'v', type: 'DATE', name: 'as printed', names: {}, value, evidence: [] };
}

function localNameOf(entities: readonly Entity[], locale: string, name: string): string {
  return localizeEntities({ mentions: [], entities }, kitOf(locale)).localNameOf(name);
}

describe('localizeEntities', () => {
  const mexico = named('Q96', 'Mexico', { en: 'Mexico', es: 'México', pt: 'México', 'pt-BR': 'México' });

  it.each([
    ['es', 'Mexico', 'México'],
    ['es', 'MEXICO', 'México'],
    ['pt-BR', 'Mexico', 'México'],
    ['vi', 'Mexico', 'Mexico'],
    ['es', 'Kenya', 'Kenya'],
  ])('in %s %s is %s', (locale, name, expected) => {
    expect(localNameOf([mexico], locale, name)).toBe(expected);
  });

  it('looks for the name along the fallback chain', () => {
    const geneva = named('Q71', 'Geneva', { pt: 'Genebra' });
    expect(localNameOf([geneva], 'pt-BR', 'Geneva')).toBe('Genebra');
  });

  it('leaves a name alone that two entities share', () => {
    const state = named('Q1', 'Georgia', { fr: 'Géorgie (État)' });
    const country = named('Q2', 'Georgia', { fr: 'Géorgie' });
    expect(localNameOf([state, country], 'fr', 'Georgia')).toBe('Georgia');
  });

  it('shows a spelling that nobody has checked as such, and writes it nowhere else', () => {
    const person: Entity = {
      ...named('local:per:ana-ruiz', 'Ana Ruiz', { ru: 'Ана Руис' }),
      nameOrigins: { ru: 'transliterated-unverified' },
    };
    const { table, localNameOf: form } = localizeEntities({ mentions: [], entities: [person] }, kitOf('ru'));
    expect(table[0]).toMatchObject({ localName: 'Ана Руис', localNameOrigin: 'transliterated-unverified' });
    expect(form('Ana Ruiz')).toBe('Ana Ruiz');
  });

  it('says that a form is the gazetteer’s', () => {
    const [row] = localizeEntities({ mentions: [], entities: [mexico] }, kitOf('es')).table;
    expect(row).toMatchObject({ localName: 'México', localNameOrigin: 'gazetteer' });
  });

  it.each<[string, EntityValue, string | undefined]>([
    ['es', { kind: 'date', timex: '2026-01-12' }, '12 de enero de 2026'],
    ['ja', { kind: 'date', timex: '2026' }, '2026年'],
    ['de', { kind: 'money', amount: 148_000_000, currency: 'USD' }, '148.000.000 $'],
    ['fr', { kind: 'percent', value: 97.5 }, '97,5 %'],
    ['de', { kind: 'number', value: 1234.5 }, '1.234,5'],
    ['de', { kind: 'number', value: 290, unit: 'kilometer' }, '290 Kilometer'],
    ['de', { kind: 'number', value: 2, unit: 'parsec' }, undefined],
    ['de', { kind: 'duration', duration: 'PT15M' }, '15 Minuten'],
    ['es', { kind: 'duration', duration: 'P1Y6M' }, '1 año y 6 meses'],
    ['de', { kind: 'duration', duration: 'PXD' }, undefined],
    ['de', { kind: 'time', time: '14:30' }, '14:30 Uhr'],
    ['en', { kind: 'ordinal', value: 22 }, '22nd'],
    ['de', { kind: 'ordinal', value: 3 }, '3.'],
    ['fr', { kind: 'ordinal', value: 2 }, '2e'],
    ['fr', { kind: 'ordinal', value: 1 }, undefined],
    ['ru', { kind: 'ordinal', value: 3 }, undefined],
  ])('writes a value in %s: %j', (locale, value, expected) => {
    const [row] = localizeEntities({ mentions: [], entities: [valued(value)] }, kitOf(locale)).table;
    expect(row?.localName?.replaceAll(/\s/gu, ' ')).toBe(expected);
  });
});
