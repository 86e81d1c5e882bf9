import { describe, expect, it } from 'vitest';
import type { GazetteerEntry } from '../../../../../shared/document/gazetteer-entry.ts';
import {
  type LocaleNaming,
  localizeNames,
} from '../../../../../workers/tag-entities/local-names/localize-names.ts';
import { NamingTable } from '../../../../../workers/tag-entities/local-names/naming-table.ts';
import { tag } from '../tagged.ts';

const table = NamingTable.parse({
  policy: { PER: 'transliterate', PRODUCT: 'keep' },
  between: ' ',
  hyphen: '-',
  script: 'alphabet',
  tokens: { ana: 'ана' },
  rules: { r: 'р', u: 'у', i: 'и', z: 'с' },
});
const naming: LocaleNaming = {
  locales: ['es', 'ru'],
  tableFor: (locale: string) => (locale === 'ru' ? table : undefined),
  policyOf: (type) => (type === 'X-LAW' ? 'keep' : 'name'),
};

describe('localizeNames', () => {
  it('takes the form of the gazetteer where it has one', () => {
    const entry: GazetteerEntry = {
      id: 'Q1',
      type: 'PER',
      names: { en: ['Ana Ruiz'], ru: ['Ана Руис'] },
      same: ['es'],
    };
    expect(localizeNames({ type: 'PER', name: 'Ana Ruiz' }, entry, naming)).toEqual({
      names: { es: 'Ana Ruiz', ru: 'Ана Руис' },
    });
  });

  it('treats a kind of the customer’s own as it says, unless the locale’s table says otherwise', () => {
    const law = { type: 'X-LAW', name: 'Ana Act' } as const;
    expect(localizeNames(law, undefined, naming)).toEqual({
      names: { es: 'Ana Act', ru: 'Ana Act' },
      nameOrigins: { es: 'kept', ru: 'kept' },
    });
    const spelling = NamingTable.parse({ ...table, policy: { 'X-LAW': 'transliterate' } });
    const spelled = localizeNames({ type: 'X-LAW', name: 'Ana Ruiz' }, undefined, {
      ...naming,
      tableFor: () => spelling,
    });
    expect(spelled.names).toEqual({ es: 'Ана Руис', ru: 'Ана Руис' });
  });

  it('spells a person whom nobody lists, and says that nobody has checked it', () => {
    expect(localizeNames({ type: 'PER', name: 'Ana Ruiz' }, undefined, naming)).toEqual({
      names: { ru: 'Ана Руис' },
      nameOrigins: { ru: 'transliterated-unverified' },
    });
  });

  it('spells the full name of an entry that lacks the locale', () => {
    const entry: GazetteerEntry = { id: 'Q1', type: 'PER', names: { en: ['Ana Ruiz'] } };
    expect(localizeNames({ type: 'PER', name: 'Ruiz' }, entry, naming).names).toEqual({ ru: 'Ана Руис' });
  });

  it('keeps what the policy of its type or its list keeps', () => {
    const kept = { es: 'Halden One', ru: 'Halden One' };
    expect(localizeNames({ type: 'PRODUCT', name: 'Halden One' }, undefined, naming).names).toEqual({
      ru: 'Halden One',
    });
    const entry: GazetteerEntry = {
      id: 'local:product:halden-one',
      type: 'PRODUCT',
      names: { en: ['Halden One'] },
      policy: 'keep',
    };
    expect(localizeNames({ type: 'PRODUCT', name: 'Halden One' }, entry, naming)).toEqual({
      names: kept,
      nameOrigins: { es: 'kept', ru: 'kept' },
    });
  });

  it('has no form where nothing is known', () => {
    expect(localizeNames({ type: 'ORG', name: 'Halden Institute' }, undefined, naming)).toEqual({
      names: {},
    });
    expect(localizeNames({ type: 'PER', name: 'Ana Quon' }, undefined, naming)).toEqual({ names: {} });
  });
});

describe('names of an article', () => {
  const entities = tag(['Miriam Kiplora met the president of Kenya at the Halden Institute.']).map(
    ({ entity }) => entity,
  );

  it('are marked where they are spelled or come from the runtime', () => {
    const person = entities.find(({ type }) => type === 'PER');
    expect(person?.names).toMatchObject({ ru: 'Мириям Киплора', ja: 'ミリアム・キプロラ' });
    expect(person?.names).not.toHaveProperty('es');
    expect(person?.nameOrigins).toMatchObject({
      ru: 'transliterated-unverified',
      ja: 'transliterated-unverified',
    });
    const country = tag(['They left Kenya.'])[0]?.entity;
    expect(country?.nameOrigins).toMatchObject({ ru: 'intl' });
  });
});
