import { describe, expect, it } from 'vitest';
import { isSameOrigin } from '../../../../../services/dashboard/security/same-origin.ts';
import { ownPath, roleOf } from '../../../../../services/dashboard/security/session.ts';

describe('isSameOrigin', () => {
  it.each([
    [{ host: 'desk.example:8041', fetchSite: 'same-origin' }, true],
    [{ host: 'desk.example:8041', fetchSite: 'same-site' }, false],
    [{ host: 'desk.example:8041', fetchSite: 'cross-site', origin: 'http://desk.example:8041' }, false],
    [{ host: 'desk.example:8041', fetchSite: 'none' }, false],
    [{ host: 'desk.example:8041', origin: 'http://desk.example:8041' }, true],
    [{ host: 'desk.example:8041', origin: 'http://desk.example' }, false],
    [{ host: 'desk.example:8041', origin: 'https://evil.example' }, false],
    [{ host: 'desk.example:8041', origin: 'null' }, false],
    [{ host: 'desk.example:8041' }, true],
  ])('judges %j as %s', (request, isOwn) => {
    expect(isSameOrigin(request)).toBe(isOwn);
  });
});

describe('ownPath', () => {
  it.each([
    ['/articles/a1?x=1', '/articles/a1?x=1'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['/\n/evil.example', '/'],
    ['/a\\b', '/'],
    ['', '/'],
    [undefined, '/'],
  ])('turns %j into "%s"', (path, own) => {
    expect(ownPath(path)).toBe(own);
  });
});

describe('roleOf', () => {
  it.each([
    [['ops:read'], 'viewer'],
    [['ops:write'], 'operator'],
    [['ops:read', 'ops:write'], 'operator'],
    [['articles:write', 'outputs:read'], undefined],
    [[], undefined],
  ] as const)('gives %j the role %s', (scopes, role) => {
    expect(roleOf(scopes)).toBe(role);
  });
});
