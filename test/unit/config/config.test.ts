import { describe, expect, it } from 'vitest';
import { envToConfig } from '../../../config/config.ts';
import { readEnv } from '../../../config/env.ts';

describe('the address of the site', () => {
  it.each([
    ['https://news.example/{locale}/{id}', 'https://news.example/{locale}/{id}'],
    ['https://{locale}.news.example/{id}.html', 'https://{locale}.news.example/{id}.html'],
    ['', undefined],
  ])('reads %j', (text, expected) => {
    expect(envToConfig(readEnv({ POLYWIRE_SITE_URL: text })).siteUrl).toBe(expected);
  });

  it.each([
    'https://news.example/',
    'https://news.example/{locale}',
    'news.example/{locale}/{id}',
    'javascript:{locale}{id}',
  ])('refuses %j and says what was expected', (text) => {
    expect(() => envToConfig(readEnv({ POLYWIRE_SITE_URL: text }))).toThrow(
      `POLYWIRE_SITE_URL is "${text}"; expected an address such as "https://news.example/{locale}/{id}"`,
    );
  });
});
