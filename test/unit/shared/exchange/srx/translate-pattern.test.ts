import { describe, expect, it } from 'vitest';
import { translatePattern } from '../../../../../shared/exchange/srx/translate-pattern.ts';

function matches(pattern: string, text: string): boolean {
  return new RegExp(`^(?:${translatePattern(pattern, 't').source})$`, 'v').test(text);
}

describe('translatePattern', () => {
  it.each<[pattern: string, fits: string[], fitsNot: string[]]>([
    [String.raw`\w+`, ['abc', 'año', 'слово', 'x_1', 'e\u0301'], ['a b', '-']],
    [String.raw`\d\d`, ['12', '१२'], ['a1']],
    [String.raw`\h\H`, [' a', '\u00A0b', '\tc'], ['\na', '  ']],
    [String.raw`a\Rb`, ['a\r\nb', 'a\nb', 'a\u2028b'], ['a b']],
    [String.raw`\Qa.b\E+`, ['a.b', 'a.ba.b'], ['axb', 'a.bb']],
    [String.raw`\x{41}\u0042\x43\t`, ['ABC\t'], ['abc\t']],
    [String.raw`\p{Lu}\p{Ll}\pN`, ['Éa5'], ['éa5']],
    [String.raw`\p{IsUppercase}\p{IsLl}`, ['Aa', 'Öö'], ['aA']],
    [String.raw`\p{InCyrillic}\p{IsLatin}`, ['жz'], ['zж']],
    [String.raw`\p{Upper}\p{Alpha}\p{Punct}`, ['Az!', 'Яя.'], ['az!', 'Az1']],
    [String.raw`\P{L}\p{^L}`, ['1!'], ['a!', '1a']],
    [String.raw`\p{javaUpperCase}\p{sc=Greek}\p{gc=Nd}`, ['Aα1'], ['aα1']],
    ['[[:alpha:][:digit:]]+', ['a1б'], ['a-1']],
    ['[^[:space:]]', ['a'], [' ']],
    ['[a-z&&[^aeiou]]', ['b'], ['a', 'B']],
    ['[a-z-[aeiou]]', ['b'], ['a']],
    ['[\\p{L}--[a-z]]', ['é', 'A'], ['a']],
    ['[]a]', [']', 'a'], ['b']],
    ['[-+*/(){}|.]', ['-', '(', '|', '{'], ['a']],
    [String.raw`[\]\[\\\^\-]`, [']', '[', '\\', '^', '-'], ['a']],
    ['[“”"„’]', ['“', '"'], ['a']],
    ['(?i)straße', ['STRAßE', 'straße'], ['strasse']],
    ['(?i)[a-f]x', ['Bx', 'bX'], ['gx']],
    [String.raw`(?i)\p{Lu}`, ['a', 'A'], ['1']],
    ['a(?i)b(?-i)c', ['abc', 'aBc'], ['Abc', 'abC']],
    ['(?i:a)b', ['Ab'], ['AB']],
    ['(a(?i)b)c', ['aBc'], ['aBC']],
    ['(?s).', ['\n'], []],
    ['.', ['a', '😀'], ['\n', '\u2028']],
    ['(?x) a b # note', ['ab'], ['a b']],
    ['a{2}b{1,}c{,2}', ['aab', 'aabbcc'], ['ab', 'aabccc']],
    ['a{b}', ['a{b}'], ['ab']],
    ['(a)(?:b)(?<n>c)\\1\\k<n>', ['abcac'], ['abcca']],
    ['a++b', ['aab'], ['aaa']],
    ['a*+a', [], ['a', 'aaa']],
    ['(?>a|ab)c', ['ac'], ['abc']],
    ['(?>a)(b)\\1', ['abb'], ['aba']],
    [String.raw`\bfoo\b.*`, ['foo', 'foo bar'], ['foob']],
    [String.raw`(?u)\-\'\"\:\<\ `, [`-'":< `], []],
    ['a(?#note)b', ['ab'], []],
    ['(?<!x)y(?=z)z', ['yz'], ['xyz']],
    [String.raw`\A\^a\z`, ['^a'], []],
  ])('reads %s', (pattern, fits, fitsNot) => {
    expect(fits.filter((text) => !matches(pattern, text))).toEqual([]);
    expect(fitsNot.filter((text) => matches(pattern, text))).toEqual([]);
  });

  it('finds the edges of words in every script', () => {
    const edge = new RegExp(translatePattern(String.raw`\bул`, 't').source, 'v');
    expect(edge.test('на ул.')).toBe(true);
    expect(edge.test('аул')).toBe(false);
  });

  it.each<[string, RegExp]>([
    ['(a', /not closed/u],
    ['a)', /closes nothing/u],
    ['*a', /repeats nothing/u],
    ['[a', /ends too early/u],
    ['[z-a]', /backwards/u],
    [String.raw`\p{Nonsense}`, /"Nonsense" is not known/u],
    [String.raw`\y`, /"\\y" is not known/u],
    [String.raw`(a)\2`, /refers to no group/u],
    ['(?q)a', /option "q"/u],
    ['(?|a|b)', /group "\(\?\|a" is not known/u],
    ['a'.repeat(5_000), /5000 characters/u],
  ])('refuses %s and says why', (pattern, reason) => {
    expect(() => translatePattern(pattern, 't')).toThrow(reason);
  });
});
