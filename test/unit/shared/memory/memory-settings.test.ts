import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../../config/locales.ts';
import { configPath } from '../../../../config/project-root.ts';
import { readTable } from '../../../../config/read-tables.ts';
import { Locale } from '../../../../shared/document/locale.ts';
import { MemorySettings, planLookup, writableMemory } from '../../../../shared/memory/memory-settings.ts';

const settings = MemorySettings.parse({
  memories: [
    { name: 'desk' },
    { name: 'archive', penalty: 3, writable: false },
    { name: 'sports', locales: ['es'], tenants: ['sport'] },
  ],
  variants: { penalty: 5, never: [['de', 'de-CH']] },
});

describe('planLookup', () => {
  it.each([
    ['es', 'sport', ['desk 0 0', 'archive 1 3', 'sports 2 0']],
    ['es', 'news', ['desk 0 0', 'archive 1 3']],
    ['fr', 'sport', ['desk 0 0', 'archive 1 3']],
    ['es', undefined, ['desk 0 0', 'archive 1 3', 'sports 2 0']],
  ])('lists the memories that serve %s for %s, in order', (tag, tenant, expected) => {
    const { memories } = planLookup(settings, { locale: Locale.parse(tag), tenant, known: LOCALES });
    const told = Array.from(memories, ([name, { order, penalty }]) => `${name} ${order} ${penalty}`);
    expect(told).toEqual(expected);
  });

  it.each([
    ['pt-BR', { 'pt-BR': 0, pt: 0, 'pt-PT': 5 }],
    ['fr', { fr: 0, 'fr-FR': 0, 'fr-CA': 5 }],
    ['fr-CA', { 'fr-CA': 0, fr: 5 }],
    ['zh-Hans', { 'zh-Hans': 0, zh: 0, 'zh-CN': 0 }],
    ['zh-Hant', { 'zh-Hant': 0, 'zh-TW': 0 }],
    ['de', { de: 0, 'de-DE': 0 }],
  ])('lets variants of one language and script help %s', (tag, expected) => {
    const { locales } = planLookup(settings, { locale: Locale.parse(tag), known: LOCALES });
    const told = Object.fromEntries(locales.map(({ locale, penalty }) => [locale, penalty]));
    expect(told).toMatchObject(expected);
    const others = Object.entries(told).filter(([, penalty]) => penalty > 0);
    expect(others.map(([locale]) => locale).toSorted()).toEqual(
      Object.entries(expected)
        .flatMap(([locale, penalty]) => (penalty > 0 ? [locale] : []))
        .toSorted(),
    );
    expect(locales[0]?.locale).toBe(tag);
  });
});

describe('writableMemory', () => {
  it('is the first one of the tenant that is not read-only', () => {
    const es = Locale.parse('es');
    expect(writableMemory(settings, { locale: es, tenant: 'news' })).toBe('desk');
    const archived = { ...settings, memories: settings.memories.slice(1) };
    expect(writableMemory(archived, { locale: es, tenant: 'sport' })).toBe('sports');
    expect(writableMemory(archived, { locale: es, tenant: 'news' })).toBeUndefined();
  });
});

describe('the settings that ship', () => {
  it('are valid and have a memory that can be written to', async () => {
    const shipped = await readTable(configPath('memories.json'), MemorySettings);
    expect(writableMemory(shipped, { locale: Locale.parse('vi'), tenant: 'default' })).toBe('main');
  });

  it.each([
    ['two of one name', { memories: [{ name: 'a' }, { name: 'a' }] }],
    ['a name with spaces', { memories: [{ name: 'my memory' }] }],
    ['a penalty above 100', { memories: [{ name: 'a', penalty: 101 }] }],
    ['what it does not know', { memories: [{ name: 'a', readOnly: true }] }],
    ['none', { memories: [] }],
  ])('refuse %s', (_, wrong) => {
    const whole = { variants: { penalty: 5, never: [] }, ...wrong };
    expect(MemorySettings.safeParse(whole).success).toBe(false);
  });
});
