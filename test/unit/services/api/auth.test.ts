import { describe, expect, it } from 'vitest';
import { authorize, type Principal } from '../../../../services/api/auth.ts';
import { SCOPES } from '../../../../shared/api/scopes.ts';
import { PipelineError } from '../../../../shared/errors/errors.ts';
import { isSameSecret } from '../../../../shared/stores/api-keys.ts';

const READER: Principal = { keyId: 'k1', tenant: 't', scopes: ['outputs:read', 'ops:read'] };

describe('authorize', () => {
  it.each(SCOPES)('lets %s pass only to those who have it', (scope) => {
    const attempt = (): void => authorize(READER, [scope]);
    if (READER.scopes.includes(scope)) {
      expect(attempt).not.toThrow();
    } else {
      expect(attempt).toThrow(PipelineError);
    }
  });

  it('is content with one scope of several', () => {
    expect(() => authorize(READER, ['ops:write', 'ops:read'])).not.toThrow();
  });

  it('names what the key has and what would do', () => {
    expect(() => authorize(READER, ['ops:write', 'tm:write'])).toThrow(
      'API key "k1" has the scopes "outputs:read", "ops:read"; this request needs "ops:write" or "tm:write"',
    );
  });
});

describe('isSameSecret', () => {
  it.each([
    ['pw_a', 'pw_a', true],
    ['pw_a', 'pw_b', false],
    ['pw_a', 'pw_aa', false],
    ['', 'pw_a', false],
  ])('compares %j and %j whatever their lengths', (a, b, same) => {
    expect(isSameSecret(a, b)).toBe(same);
  });
});
