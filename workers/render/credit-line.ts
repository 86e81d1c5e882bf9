import type { Credit } from '../../shared/document/tree.ts';
import type { LocaleKit } from './locale-kit.ts';
import { fillPattern } from './locale-style.ts';

/**
 * The words before and after a credit's name: `Foto: ` and nothing in Spanish. The name itself is
 * not translated and is set apart by the caller.
 */
export function creditAround(credit: Credit, kit: LocaleKit): readonly [before: string, after: string] {
  const line = fillPattern(kit.style.creditPattern, { role: kit.labels.text(credit.role, {}) });
  const [before = '', after = ''] = line.split('{{name}}');
  return [before, after];
}
