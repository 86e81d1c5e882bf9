import { describe, expect, it } from 'vitest';
import { hasFrontMatter } from '../../../../../workers/normalize/parse/has-front-matter.ts';

describe('hasFrontMatter', () => {
  it.each([
    ['a mapping', '---\ntitle: A\n---\nText', true],
    ['a mapping with broken YAML', '---\ntitle: "A\n---\nText', true],
    ['quoted keys, Windows line ends', '---\r\n"a b": 1\r\n---\r\nText', true],
    ['a list', '---\n- a\n---\n', true],
    ['a heading between two rules', '---\nFoo\n---\nBar', false],
    ['two rules', '---\n---\n', false],
    ['an open rule', '---\ntitle: A\n', false],
    ['a rule further down', 'Text\n\n---\na: b\n---\n', false],
    ['nothing', '', false],
  ])('reads %s', (_, source, expected) => {
    expect(hasFrontMatter(source)).toBe(expected);
  });
});
