import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configPath, PROJECT_ROOT } from '../../../../../config/project-root.ts';
import { createInterfaces, preferredLanguages } from '../../../../../services/dashboard/view/interface.ts';
import { ArticleState, StageProgress } from '../../../../../shared/api/article-status.ts';
import { BlockKind } from '../../../../../shared/document/block.ts';
import { EvidenceSource } from '../../../../../shared/document/document.ts';
import { SHIPPED_TYPES } from '../../../../../shared/document/entity-type.ts';
import { OwnTypeTable } from '../../../../../shared/document/own-types.ts';
import { Origin, Review } from '../../../../../shared/document/rendition.ts';
import { LEVERAGE_BANDS } from '../../../../../shared/memory/match.ts';
import { QUEUE_NAMES } from '../../../../../shared/queue/contract.ts';

const FOLDER = configPath('labels', 'interface');
const PLURAL = /_(?:zero|one|two|few|many|other)$/u;
const english = labelsOf('en');
const stem = (key: string): string => key.replace(PLURAL, '');
const englishStems = new Set(Object.keys(english).map((key) => stem(key)));

describe('preferredLanguages', () => {
  it.each([
    ['', []],
    ['de', ['de']],
    ['fr;q=0.5, de-AT, en;q=0.8', ['de-AT', 'en', 'fr']],
    ['ar;q=0, es', ['es']],
    ['*;q=0.1,nonsense;;q', ['nonsense', '*']],
  ])('reads "%s"', (header, tags) => {
    expect(preferredLanguages(header)).toEqual(tags);
  });
});

describe('createInterfaces', () => {
  const interfaces = createInterfaces();

  it('prefers what was asked for, then the browser, then English', () => {
    expect(interfaces.choose('en', 'xx').language).toBe('en');
    expect(interfaces.choose(undefined, 'xx, en;q=0.1').language).toBe('en');
    expect(interfaces.choose('../../etc/passwd', undefined).language).toBe('en');
  });

  it('picks the plural form by the count, and shows the number as the language writes it', () => {
    const { t, format } = interfaces.choose('en', undefined);
    expect(t('repairs.count', { count: 1, n: format.count(1) })).toBe('1 repair');
    expect(t('repairs.count', { count: 1200, n: format.count(1200) })).toBe('1,200 repairs');
  });

  it('names kinds of the customer’s own as they say, and by their code where they are no longer declared', () => {
    const law = OwnTypeTable.parse({ labels: { en: 'Law', es: 'Ley' } });
    const withLaw = createInterfaces(new Map([['X-LAW', law]]));
    const labelIn = (language: string): string => withLaw.choose(language, undefined).t('entity.X-LAW');
    expect([labelIn('es'), labelIn('fr')]).toEqual(['Ley', 'Law']);
    expect(interfaces.choose('es', undefined).t('entity.X-LAW')).toBe('X-LAW');
  });

  it('inserts values as they are, whatever they look like', () => {
    const { t } = interfaces.choose('en', undefined);
    const name = '{{state}} $t(login.title) <b>';
    expect(t('live.ended', { name, state: 'Done' })).toBe(`${name}: Done`);
  });
});

describe('the English labels', () => {
  it('have every key that the pages name', () => {
    const missing = [...keysInSources()].filter((key) => !englishStems.has(key));
    expect(missing).toEqual([]);
  });

  it('have a label for each member of the closed sets that pages show', () => {
    const sets: Readonly<Record<string, readonly string[]>> = {
      state: ArticleState.options,
      stageState: StageProgress.shape.state.options,
      problems: StageProgress.shape.state.options,
      stage: QUEUE_NAMES,
      origin: Origin.options,
      review: Review.options,
      block: BlockKind.options,
      entity: SHIPPED_TYPES,
      band: LEVERAGE_BANDS,
      evidence: EvidenceSource.options,
    };
    const keys = Object.entries(sets).flatMap(([prefix, members]) =>
      members.map((member) => `${prefix}.${member}`),
    );
    expect(keys.filter((key) => !englishStems.has(key))).toEqual([]);
  });
});

describe.each(readdirSync(FOLDER).map((name) => name.slice(0, -'.json'.length)))(
  'the labels in %s',
  (language) => {
    const labels = labelsOf(language);

    it('are those that English has, with every plural form of the language', () => {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      const expected = [...englishStems].flatMap((key) =>
        english[key] === undefined ? forms.map((form) => `${key}_${form}`) : [key],
      );
      expect(Object.keys(labels).toSorted()).toEqual(expected.toSorted());
    });

    it('name the same values as English', () => {
      const wrong = Object.entries(labels).filter(([key, text]) => {
        const original = english[key] ?? english[`${stem(key)}_other`] ?? '';
        // "One article" and "two articles" may do without the number.
        const mayLeaveOut = /_(?:zero|one|two)$/u.test(key) ? ['{{n}}', '{{count}}'] : [];
        const [given, wanted] = [valuesIn(text), valuesIn(original)];
        return (
          given.some((value) => !wanted.includes(value)) ||
          wanted.some((value) => !given.includes(value) && !mayLeaveOut.includes(value))
        );
      });
      expect(wrong).toEqual([]);
    });
  },
);

function labelsOf(language: string): Readonly<Record<string, string>> {
  const labels: Record<string, string> = JSON.parse(readFileSync(join(FOLDER, `${language}.json`), 'utf8'));
  return labels;
}

function valuesIn(text: string): readonly string[] {
  return [...new Set(text.match(/\{\{\w+\}\}/gu))].toSorted();
}

/** Keys that stand in the sources as literals, wherever they are handed to a translator. */
function keysInSources(): ReadonlySet<string> {
  const folder = join(PROJECT_ROOT, 'services', 'dashboard');
  const prefixes = [...englishStems].map((key) => key.split('.')[0]).join('|');
  const literal = new RegExp(`'((?:${prefixes})\\.[A-Za-z-]+)'`, 'gu');
  const sources = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  return new Set(
    sources
      .flatMap((text) => [...text.matchAll(literal)].map(([, key = '']) => key))
      .filter((key) => !/\.(?:js|ts)$/u.test(key)),
  );
}
