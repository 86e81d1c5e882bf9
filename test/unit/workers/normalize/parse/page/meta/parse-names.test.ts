import { describe, expect, it } from 'vitest';
import {
  nameAfterBy,
  parseNames,
} from '../../../../../../../workers/normalize/parse/page/meta/parse-names.ts';

describe('parseNames', () => {
  it.each([
    ['Jane Doe', ['Jane Doe']],
    ['By Jane Doe and John Roe', ['Jane Doe', 'John Roe']],
    ['By Jane Doe, John Roe & Ann Poe', ['Jane Doe', 'John Roe', 'Ann Poe']],
    ['Von Anna Müller und Karl Groß', ['Anna Müller', 'Karl Groß']],
    ['Par Marie Dupont, le 12 janvier 2026', ['Marie Dupont']],
    ['Por Ana Silva y Luis Gómez', ['Ana Silva', 'Luis Gómez']],
    ['Автор: Иван Петров', ['Иван Петров']],
    ['作者：王小明', ['王小明']],
    ['Jane Doe • January 12, 2026 8:30 am', ['Jane Doe']],
    ['Posted on January 12, 2026 by Jane Doe', ['Jane Doe']],
    ['Veröffentlicht am 13. März 2026 von Karl Groß', ['Karl Groß']],
    ['Veröffentlicht am', []],
    ['Center for Drug Evaluation and Research', ['Center for Drug Evaluation and Research']],
    ['https://x.org/jane', []],
    ['jane@x.org', []],
    ['admin', []],
    ['c1ph4', ['c1ph4']],
    ['12 January 2026', []],
  ])('reads the names of %j', (line, names) => {
    expect(parseNames(line).map(({ name }) => name)).toEqual(names);
  });

  it('keeps a role with the name before it', () => {
    expect(parseNames('Jane Doe | Senior reporter')).toEqual([{ name: 'Jane Doe', role: 'Senior reporter' }]);
    expect(parseNames('Photos by John Roe')).toEqual([{ name: 'John Roe', role: 'photo' }]);
  });

  it.each([
    ['By Jane Doe', ['Jane Doe']],
    ['Blog Beitrag von Karl Groß', ['Karl Groß']],
    ['Stand by me', []],
    ['The pier was closed by the mayor of Lisbon', []],
  ])('reads %j as a line of its own', (line, names) => {
    expect(nameAfterBy(line).map(({ name }) => name)).toEqual(names);
  });
});
