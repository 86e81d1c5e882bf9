import { toLocale } from '../../shared/document/locale.ts';
import type { Arguments } from './command.ts';
import { CliFailure } from './failure.ts';

/**
 * The value of an option that names the article's own locale.
 *
 * @throws {CliFailure} `usage` for what is no locale.
 */
export function readLocaleOption(args: Arguments, name: string): string | undefined {
  const text = args.value(name);
  const locale = text === undefined ? undefined : toLocale(text);
  if (text !== undefined && locale === undefined) {
    throw new CliFailure('usage', `--${name} is "${text}"; expected a locale such as "en" or "pt-BR"`);
  }
  return locale;
}

/**
 * The value of an option that is a day, or a moment that begins with one.
 *
 * @throws {CliFailure} `usage` for what is no date.
 */
export function readDateOption(args: Arguments, name: string): string | undefined {
  const text = args.value(name);
  if (text !== undefined && (!/^\d{4}-\d{2}-\d{2}/u.test(text) || Number.isNaN(Date.parse(text)))) {
    throw new CliFailure('usage', `--${name} is "${text}"; expected a date such as 2026-01-13`);
  }
  return text;
}
