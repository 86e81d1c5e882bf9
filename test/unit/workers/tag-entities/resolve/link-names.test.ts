import { describe, expect, it } from 'vitest';
import { linked, tag } from '../tagged.ts';

/** What a name in a text is linked to. */
function linkOf(name: string, text: string): string | undefined {
  return linked([[text]]).find((line) => line.startsWith(`${name} -> `));
}

/** Ids of the people and bodies of a text, in order. */
function idsOf(paragraphs: readonly string[]): readonly string[] {
  return tag(paragraphs.map((text) => [text]))
    .filter(({ entity }) => entity.type === 'PER' || entity.type === 'ORG')
    .map(({ entity }) => entity.id);
}

describe('linkNames', () => {
  it.each([
    ['Georgia', 'Voters in Georgia and Florida queued for hours, officials in Atlanta said.', 'Q1428'],
    ['Georgia', 'Protesters in Georgia marched through Tbilisi against the Georgian parliament.', 'Q230'],
    ['Labour Party', 'In London the Labour Party met.', 'local:org:labour-party'],
    ['Paris', 'The mayor of Paris spoke in France on Monday.', 'Q90'],
    ['World Health Organisation', 'The World Health Organisation warned Kenya.', 'Q7817'],
  ])('takes %s of "%s" for %s', (name, text, id) => {
    expect(linkOf(name, text)).toBe(`${name} -> ${id}`);
  });

  it.each([
    ['Paris', 'They moved to Paris, Texas, last year.'],
    ['Labour Party', 'In Norway the Labour Party won most seats in Oslo.'],
    ['Birmingham', 'The church in Birmingham, Alabama, was full.'],
  ])('links %s of "%s" to nothing that is listed, and says why', (name, text) => {
    const found = tag([[text]]).find(({ mention }) => mention.text === name);
    expect(found?.entity.id).toMatch(/^local:(?:loc|org):[a-z]+(?:-[a-z]+)*$/u);
    expect(found?.entity.evidence.join()).toMatch(/another country/u);
    expect(found?.mention.confidence).toBeLessThan(0.8);
  });

  it('reads "Congress" as the one of the country that the article is about', () => {
    expect(
      linkOf('Congress', 'In Washington, the Congress of the United States met. Congress voted late.'),
    ).toBe('Congress -> Q11268');
    expect(linkOf('Congress', 'In Peru, Lima waited while Congress voted.')).not.toContain('Q11268');
  });

  it('gives what no gazetteer has the same id in the next version of the article', () => {
    const first = idsOf(['Miriam Kiplora spoke. Kiplora left the Halden Institute.']);
    const next = idsOf(['A new opening.', 'Kiplora left the Halden Institute, Miriam Kiplora said.']);
    expect(new Set(first).size).toBeGreaterThan(1);
    expect(new Set(next)).toEqual(new Set(first));
  });
});
