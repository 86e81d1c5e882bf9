import { describe, expect, it } from 'vitest';
import { isSafeUrl, plainUrl } from '../../../../workers/render/safe-url.ts';

describe('isSafeUrl', () => {
  it.each([
    ['https://example.org/a', true, true],
    ['HTTP://example.org', true, true],
    ['mailto:desk@example.org', true, false],
    ['tel:+123', true, false],
    ['/a/b:c', true, true],
    ['#note', true, true],
    ['?q=a:b', true, true],
    ['//example.org/a', true, true],
    ['', true, false],
    ['javascript:alert(1)', false, false],
    ['java\u0000script:alert(1)', false, false],
    ['data:image/png;base64,AA', false, false],
    ['ftp://example.org', false, false],
  ])('%j: as a link %s, as a picture %s', (url, link, image) => {
    expect([isSafeUrl(url, 'link'), isSafeUrl(url, 'image')]).toEqual([link, image]);
  });
});

describe('plainUrl', () => {
  it.each([
    ['https://example.org/a?b=1&c=%20#d', 'https://example.org/a?b=1&c=%20#d'],
    ['https://example.org/ü/日本', 'https://example.org/ü/日本'],
    [' https://example.org/a b\n<c>"\'`', 'https://example.org/a%20b%0A%3Cc%3E%22%27%60'],
  ])('writes %j as %j', (url, plain) => {
    expect(plainUrl(url)).toBe(plain);
  });
});
