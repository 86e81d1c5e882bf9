import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { revertRepairs } from '../../../../../shared/document/revert-repairs.ts';
import { normalized } from '../support.ts';

/** UTF-8 read as windows-1252, where that has a sign for every byte; else as latin1. */
function broken(text: string, times = 1): string {
  let result = text;
  for (let time = 0; time < times; time += 1) {
    const bytes = Buffer.from(result);
    result = [...bytes]
      .map((byte) => {
        const sign = iconv.decode(Buffer.from([byte]), 'windows-1252');
        return sign === '\uFFFD' ? String.fromCharCode(byte) : sign;
      })
      .join('');
  }
  return result;
}

async function repaired(text: string, over: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const document = await normalized(text, { format: 'text', ...over });
  return document.segments.map((segment) => segment.joinBefore + segment.text).join('');
}

const FRENCH = 'Le café près de la forêt a rouvert, où l’été a été très chaud, a dit l’élu.';
const TEXTS: readonly (readonly [string, string])[] = [
  ['fr', FRENCH],
  ['de', 'Die Häfen bleiben für größere Schiffe geschlossen, heißt es.'],
  ['es', 'El puerto seguirá cerrado mañana, según el señor Muñoz.'],
  ['pl', 'Port pozostanie zamknięty do końca tygodnia, źródła podają.'],
  ['ro', 'Orașul a închis portul, iar primăria știe și țărmul.'],
  ['vi', 'Cảng sẽ đóng cửa đến cuối tuần, người dân được báo trước.'],
  ['ru', 'Порт останется закрытым до конца недели, сообщила мэрия.'],
  ['ar', 'سيبقى الميناء مغلقا حتى نهاية الأسبوع.'],
  ['ja', '港は週末まで閉鎖されると市が発表した。'],
  ['en', 'The mayor’s office said “we don’t know” — and left.'],
];

describe('mojibake', () => {
  it.each(TEXTS)('puts %s right', async (sourceLocale, text) => {
    expect(await repaired(broken(text), { sourceLocale })).toBe(text);
  });

  it('puts text right that was broken twice', async () => {
    expect(await repaired(broken(FRENCH, 2), { sourceLocale: 'fr' })).toBe(FRENCH);
  });

  it('records each repair and can take all of them back', async () => {
    const text = broken(FRENCH);
    const document = await normalized(text, { format: 'text', sourceLocale: 'fr' });
    const rules = document.overlays.repairs.map(({ rule }) => rule);
    expect(new Set(rules)).toEqual(new Set(['mojibake']));
    expect(revertRepairs(document)[0]?.text).toBe(text);
  });

  it('knows the marks whose last byte was lost', async () => {
    const text = broken('He said “we don’t” and “it’s”.').replaceAll('\u009D', '');
    expect(await repaired(text)).toBe('He said “we don’t” and “it’s”.');
    const french = broken('Il va à la forêt, voilà, près du café.').replaceAll('\u00A0', '');
    expect(await repaired(french, { sourceLocale: 'fr' })).toBe(
      'Il va à la forêt, voilà, près du café.'.replace('voilà,', 'voilÃ,'),
    );
  });

  it('repairs an apostrophe between letters even in a text of whole letters', async () => {
    expect(await repaired(`L${broken('’')}été à la forêt près du café.`, { sourceLocale: 'fr' })).toBe(
      'L’été à la forêt près du café.',
    );
  });

  it.each([
    ['one pair that an article is about', 'A page that shows "Ã©" was read in the wrong charset.'],
    [
      'pairs in a text of whole letters',
      'Où est l’été ? Le mot « Ã©tÃ© » était écrit à côté du café à Évry.',
    ],
    ['capitals before closing marks', 'Il a crié « CAFÉ… » puis « VOILÀ » et « Â».'],
    ['German capitals before a closing quote', 'Er rief „CHINÄ“ und „SPÄ“.'],
    ['signs that make no UTF-8', 'Ãb Ãc Ãd Ãe âx âyz'],
    ['signs of no script in use', 'aß“b cß”d'],
  ])('leaves %s alone', async (_name, text) => {
    const document = await normalized(text, { format: 'text', sourceLocale: 'fr' });
    expect(document.overlays.repairs.filter(({ rule }) => rule === 'mojibake')).toEqual([]);
  });

  it('never changes code', async () => {
    const text = `The caf${broken('é')} and the r${broken('ô')}le of \`Ã©\`.\n\n\`\`\`\ns = "Ã©tÃ©"\n\`\`\``;
    const document = await normalized(text);
    expect(JSON.stringify(document.tree)).toContain('s = \\"Ã©tÃ©\\"');
    expect(document.segments[0]?.text).toContain('The café and the rôle');
    expect(JSON.stringify(document.segments[0]?.codes)).toContain('"Ã©"');
  });
});
