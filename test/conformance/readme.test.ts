import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../config/locales.ts';
import { PROJECT_ROOT } from '../../config/project-root.ts';
import { COMMANDS } from '../../services/cli/commands.ts';
import { SCOPES } from '../../shared/api/scopes.ts';

const read = (file: string): string => readFileSync(join(PROJECT_ROOT, file), 'utf8');
const README = read('README.md');

function found(pattern: RegExp, text: string): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].toSorted();
}

describe('the README', () => {
  it('names every environment variable of the processes, and none that is not read', () => {
    const named = found(/`?((?:POLYWIRE|REDIS)_[A-Z_]+)/gu, README).filter((name) => !name.endsWith('_'));
    const readByEnv = found(/env\['([A-Z_]+)'\]/gu, read('config/env.ts'));
    const abbreviated = readByEnv.filter((name) => name.startsWith('POLYWIRE_CONCURRENCY_'));
    expect(readByEnv.filter((name) => !named.includes(name) && !abbreviated.includes(name))).toEqual([]);
    expect(named.filter((name) => !readByEnv.includes(name))).toEqual([]);
  });

  it('shows only scripts that package.json has', () => {
    const scripts = Object.keys(JSON.parse(read('package.json')).scripts);
    const shown = found(/npm run ([a-z]+)/gu, README);
    expect(shown.length).toBeGreaterThan(2);
    expect(shown.filter((name) => !scripts.includes(name))).toEqual([]);
  });

  it('lists every command of the command line', () => {
    const names = COMMANDS.map(({ name }) => name.split(' ')[0] ?? '');
    expect(names.filter((name) => !README.includes(name))).toEqual([]);
  });

  it('lists the scopes and the target locales', () => {
    expect(README).toContain(SCOPES.join(' '));
    expect(README).toContain(LOCALES.filter((locale) => locale !== 'en').join(', '));
  });
});
