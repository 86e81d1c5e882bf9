import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeIssues, pointerOf } from '../../../../services/api/describe-issues.ts';

const Schema = z.strictObject({
  name: z.string().max(3),
  list: z.array(z.object({ kind: z.enum(['a', 'b']) })).optional(),
});

function describeSent(sent: unknown, httpPart = 'body'): unknown {
  const { error } = Schema.safeParse(sent);
  return error === undefined ? undefined : describeIssues(error.issues, { httpPart, sent }).details['errors'];
}

describe('describeIssues', () => {
  it.each([
    [{}, [{ pointer: '/name', detail: 'nothing: Invalid input: expected string, received undefined' }]],
    [{ name: 5 }, [{ pointer: '/name', detail: '5: Invalid input: expected string, received number' }]],
    [
      { name: { a: 1 } },
      [{ pointer: '/name', detail: 'an object: Invalid input: expected string, received object' }],
    ],
    [
      { name: 'x', list: [{ kind: 'a' }, { kind: 'c' }] },
      [{ pointer: '/list/1/kind', detail: '"c" is not allowed; expected one of "a", "b"' }],
    ],
    [{ name: 'x', 'a/b': 1 }, [{ pointer: '/a~1b', detail: '"a/b" is not a field of this request' }]],
    ['text', [{ pointer: '', detail: '"text": Invalid input: expected object, received string' }]],
  ])('names value, place and expectation in %j', (sent, errors) => {
    expect(describeSent(sent)).toEqual(errors);
  });

  it('says of a choice what the nearest member of it lacks, unless it says itself what is expected', () => {
    const ofIds = z.strictObject({ ids: z.array(z.string()).min(1) });
    const ofDrafts = z.strictObject({ drafts: z.array(z.strictObject({ text: z.string().min(1) })) });
    const sent = { drafts: [{ text: '' }] };
    const { error } = z.union([ofIds, ofDrafts]).safeParse(sent);
    expect(describeIssues(error?.issues ?? [], { httpPart: 'body', sent }).details['errors']).toEqual([
      { pointer: '/drafts/0/text', detail: '"": Too small: expected string to have >=1 characters' },
    ]);
    const kind = z.union([z.enum(['A']), z.literal('B')], { error: 'expected A or B' }).safeParse('C');
    expect(describeIssues(kind.error?.issues ?? [], { httpPart: 'body', sent: 'C' }).message).toBe(
      'body: "C": expected A or B',
    );
  });

  it('cuts a long value', () => {
    expect(describeSent({ name: 'x'.repeat(5000) })).toEqual([
      { pointer: '/name', detail: `"${'x'.repeat(59)}...": Too big: expected string to have <=3 characters` },
    ]);
  });

  it.each([
    ['querystring', '/query/name'],
    ['params', '/path/name'],
    ['headers', '/headers/name'],
  ])('says in which part of the request: %s', (httpPart, pointer) => {
    expect(describeSent({}, httpPart)).toMatchObject([{ pointer }]);
  });
});

describe('pointerOf', () => {
  it('escapes as RFC 6901 does', () => {
    expect(pointerOf(['a/b', 'c~d', 0])).toBe('/a~1b/c~0d/0');
  });
});
