import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiHarness, startApiHarness } from './api-harness.ts';

const EN_RU = { sourceLocale: 'en', locale: 'ru' };

describe('POST /v1/checks', () => {
  let api: ApiHarness;
  beforeAll(async () => {
    api = await startApiHarness();
  });
  afterAll(async () => api[Symbol.asyncDispose]());

  const check = async (payload: object) => api.call({ method: 'POST', url: '/v1/checks', payload });

  it('gives the findings of each translation, with severity, reason and place', async () => {
    const segments = [
      { source: 'The ferry left Kampala at 9 p.m.', target: 'Паром вышел из Кампалы в 21:00.' },
      { source: 'The ferry left Kampala.', target: 'Паром вышел из Найроби.' },
      { source: 'It has 281 seats.', target: 'В нём 218 мест.' },
    ];
    expect((await check({ ...EN_RU, segments })).json()).toEqual({
      segments: [
        { findings: [] },
        {
          findings: [
            {
              rule: 'name-wrong',
              severity: 'error',
              message: '“Найроби” stands where the name Kampala is expected: Кампала',
              span: { start: 15, end: 22 },
            },
          ],
        },
        {
          findings: [
            {
              rule: 'number-missing',
              severity: 'warning',
              message: 'The number 281 of the source is not in the target, which has 218',
              span: { start: 6, end: 9 },
            },
          ],
        },
      ],
    });
  });

  it('compares inline codes', async () => {
    const codes = [{ id: 1, kind: 'emphasis', start: 0, end: 2, canDelete: false, canReorder: true }];
    const segments = [{ source: { text: 'It is late.', codes }, target: 'Уже поздно.' }];
    expect((await check({ ...EN_RU, segments })).json()).toMatchObject({
      segments: [{ findings: [{ rule: 'code-missing', severity: 'error' }] }],
    });
  });

  it('holds targets to the terms of the request, else to the glossary', async () => {
    const pair = { sourceLocale: 'en', locale: 'fr' };
    const segments = [{ source: 'The ferry is late.', target: 'Le bac est en retard.' }];
    const terms = [{ source: 'ferry', target: 'traversier', status: 'preferred' }];
    expect((await check({ ...pair, segments, terms })).json()).toMatchObject({
      segments: [{ findings: [{ rule: 'term-missing' }] }],
    });
    expect((await check({ ...pair, segments })).json()).toEqual({ segments: [{ findings: [] }] });
    await api.call({
      method: 'POST',
      url: '/v1/glossary?format=csv&sourceLocale=en&locale=fr',
      payload: 'source,target,status\nferry,bac,forbidden\n',
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect((await check({ ...pair, segments })).json()).toMatchObject({
      segments: [{ findings: [{ rule: 'term-forbidden', span: { start: 3, end: 6 } }] }],
    });
    expect((await check({ ...pair, segments, terms: [] })).json()).toEqual({ segments: [{ findings: [] }] });
  });

  it('names the place of a fault', async () => {
    const response = await check({ ...EN_RU, segments: [] });
    expect(response.statusCode).toBe(422);
    expect(response.body).toContain('/segments: a list of 0');
  });
});
