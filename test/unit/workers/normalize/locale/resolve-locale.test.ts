import { describe, expect, it } from 'vitest';
import { normalized } from '../support.ts';

const undeclared = { sourceLocale: undefined };

describe('resolveLocale', () => {
  it.each([
    ['en', 'The port authority said on Monday that the pier would stay closed for two years.'],
    ['es', 'La autoridad portuaria dijo el lunes que el muelle permanecerá cerrado durante dos años.'],
    ['fr', 'Les autorités du port ont annoncé lundi que la jetée resterait fermée pendant deux ans.'],
    ['de', 'Die Hafenbehörde teilte am Montag mit, dass der Pier zwei Jahre lang geschlossen bleibt.'],
    ['vi', 'Cảng vụ cho biết hôm thứ Hai rằng cầu cảng sẽ đóng cửa trong hai năm tới.'],
    ['ru', 'Администрация порта сообщила в понедельник, что причал будет закрыт два года.'],
    ['uk', 'Адміністрація порту повідомила в понеділок, що причал буде закритий два роки.'],
    ['ar', 'قالت سلطة الميناء يوم الاثنين إن الرصيف سيبقى مغلقا لمدة عامين كاملين.'],
    ['he', 'רשות הנמל הודיעה ביום שני כי המזח יישאר סגור במשך שנתיים תמימות.'],
    ['ja', '港湾当局は月曜日、桟橋が二年間閉鎖されたままになると発表した。'],
    ['ko', '항만 당국은 월요일에 부두가 2년 동안 폐쇄될 것이라고 밝혔다.'],
    ['th', 'การท่าเรือแจ้งเมื่อวันจันทร์ว่าท่าเทียบเรือจะปิดเป็นเวลาสองปี'],
    ['zh-Hans', '港务局星期一表示，码头将继续关闭两年，许多渔民对此感到担忧。'],
    ['zh-Hant', '港務局星期一表示，碼頭將繼續關閉兩年，許多漁民對此感到擔憂。'],
  ])('detects %s', async (locale, text) => {
    const document = await normalized(text, undeclared);
    expect(document.sourceLocale).toBe(locale);
    expect(document.overlays.diagnostics).toEqual([]);
  });

  it('says that it guessed where there is little text', async () => {
    const document = await normalized('Hola amigos', undeclared);
    expect(document.overlays.diagnostics).toMatchObject([{ code: 'source-locale-guessed' }]);
  });

  it('lets the declared locale win, then what the source states', async () => {
    const content = '---\nlang: pt_br\n---\nThe pier closed on Monday.';
    expect((await normalized(content, { sourceLocale: 'en-GB' })).sourceLocale).toBe('en-GB');
    expect((await normalized(content, undeclared)).sourceLocale).toBe('pt-BR');
  });

  it('completes a bare "zh" by the characters used', async () => {
    expect((await normalized('港務局說碼頭關閉。', { sourceLocale: 'zh' })).sourceLocale).toBe('zh-Hant');
  });

  it('warns where the text runs in another script than its declared language', async () => {
    const document = await normalized(
      'Администрация порта сообщила в понедельник, что причал будет закрыт.',
      { sourceLocale: 'en' },
    );
    expect(document.overlays.diagnostics).toMatchObject([{ code: 'source-locale-mismatch' }]);
  });

  it('believes a text more than the language of a page, but not more than the submitter', async () => {
    const spanish =
      'La autoridad portuaria dijo el lunes que el muelle permanecerá cerrado durante dos años porque las obras no han empezado y nadie sabe cuándo lo harán. Los pescadores temen que la ciudad los olvide.';
    const content = `<html lang="en"><body><article><h1>El muelle</h1><p>${spanish}</p></article></body></html>`;
    const page = await normalized(content, { ...undeclared, format: 'html' });
    expect(page.sourceLocale).toBe('es');
    expect(page.overlays.diagnostics[0]).toMatchObject({ code: 'source-locale-mismatch' });
    const declared = await normalized(content, { sourceLocale: 'en', format: 'html' });
    expect(declared.sourceLocale).toBe('en');
    expect(declared.overlays.diagnostics[0]).toMatchObject({ code: 'source-locale-mismatch' });
  });

  it('is not misled by an article about a foreign text', async () => {
    const document = await normalized(
      'The poem begins with the words "Nel mezzo del cammin di nostra vita", which every Italian child knows by heart. It was written in exile.',
    );
    expect(document.overlays.diagnostics).toEqual([]);
  });

  it('refuses what no language can be told from', async () => {
    await expect(normalized('2026 01 12', undeclared)).rejects.toMatchObject({
      code: 'SOURCE_LOCALE_UNKNOWN',
    });
  });
});
