import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { type CharsetHints, decodeBytes } from '../../../../../workers/normalize/decode/decode-bytes.ts';

const TEXTS = {
  de: 'Der Hafen bleibt bis Ende der Woche geschlossen, teilte die Behörde für Schifffahrt am Montag mit. Grund sind Schäden an den Mauern; größere Schiffe müssen ausweichen.',
  fr: "Le port restera fermé jusqu'à la fin de la semaine, a annoncé la mairie. Les travaux coûteront 35 millions d'euros, dont une partie vient de la région; le cœur du chantier est à l'œuvre.",
  euro: "La rénovation du cœur de ville coûtera 35 \u20AC par habitant, a annoncé la mairie. L'œuvre a été payée 12 \u20AC, et les sœurs ont été reçues à l'hôtel.",
  pl: 'Port pozostanie zamknięty do końca tygodnia, poinformował w poniedziałek rząd. Źródła podają, że przyczyną są pęknięcia murów; większe statki muszą płynąć dalej.',
  cs: 'Přístav zůstane zavřený do konce týdne, oznámilo v pondělí město. Důvodem jsou škody na zdech; větší lodě musejí plout jinam.',
  tr: 'Liman hafta sonuna kadar kapalı kalacak, dedi belediye pazartesi günü. Sebep duvarlardaki çatlaklar; büyük gemiler başka yere gidecek, işçiler şimdi çalışıyor.',
  el: 'Το λιμάνι θα μείνει κλειστό μέχρι το τέλος της εβδομάδας, ανακοίνωσε τη Δευτέρα ο δήμος. Αιτία είναι οι ζημιές στους τοίχους, και τα μεγάλα πλοία αλλάζουν πορεία.',
  ru: 'Порт останется закрытым до конца недели, сообщила в понедельник мэрия. Причина в трещинах стен; большие суда идут в другой город.',
  uk: 'Порт залишиться зачиненим до кінця тижня, повідомила в понеділок міська рада. Причина у тріщинах стін; її з’ясовують інженери.'.replace(
    '’',
    "'",
  ),
  he: 'הנמל יישאר סגור עד סוף השבוע, הודיעה העירייה ביום שני. הסיבה היא סדקים בקירות, וספינות גדולות נאלצות להפליג לעיר אחרת.',
  ar: 'سيبقى الميناء مغلقا حتى نهاية الأسبوع، حسبما أعلنت البلدية يوم الاثنين. والسبب هو تشققات في الجدران، وعلى السفن الكبيرة أن تتجه إلى مدينة أخرى.',
  th: 'ท่าเรือจะปิดจนถึงสิ้นสัปดาห์ เทศบาลแจ้งเมื่อวันจันทร์ สาเหตุคือรอยแตกของกำแพง เรือใหญ่ต้องไปที่อื่น',
  vi: 'Cảng sẽ đóng cửa đến cuối tuần, chính quyền thành phố cho biết hôm thứ Hai. Nguyên nhân là các vết nứt trên tường; tàu lớn phải đi nơi khác.',
  lt: 'Uostas bus uždarytas iki savaitės pabaigos, pirmadienį pranešė miesto taryba. Priežastis yra įtrūkimai sienose; didieji laivai turės plaukti kitur.',
  ja: '港は週末まで閉鎖されると市が月曜日に発表した。原因は壁のひび割れで、大型船は別の町へ向かう必要がある。カモメだけが残った。',
  zh: '市政府星期一宣布，港口将关闭到周末。原因是墙壁出现裂缝，大型船只必须驶往其他城市。',
  tw: '市政府星期一宣布，港口將關閉到週末。原因是牆壁出現裂縫，大型船隻必須駛往其他城市。',
  ko: '시는 월요일에 항구가 주말까지 폐쇄된다고 발표했다. 원인은 벽의 균열이며 큰 배는 다른 도시로 가야 한다.',
  hi: 'शहर ने सोमवार को कहा कि बंदरगाह सप्ताह के अंत तक बंद रहेगा। कारण दीवारों में दरारें हैं।',
  en: 'The harbour stays closed until the end of the week, the city said on Monday.',
} as const;

/** Tones stand apart from their letters in windows-1258. */
const APART = TEXTS.vi
  .normalize('NFD')
  .replaceAll(
    /([a-zA-Z])([\u0300\u0301\u0303\u0309\u0323]?)([\u0302\u0306\u031B])/gu,
    (_all, letter: string, tone: string, sign: string) => (letter + sign).normalize('NFC') + tone,
  );

const PAIRS: readonly (readonly [keyof typeof TEXTS, string])[] = [
  ['de', 'iso-8859-1'],
  ['de', 'utf-8'],
  ['fr', 'windows-1252'],
  ['euro', 'iso-8859-15'],
  ['pl', 'iso-8859-2'],
  ['pl', 'windows-1250'],
  ['cs', 'windows-1250'],
  ['tr', 'iso-8859-9'],
  ['tr', 'windows-1254'],
  ['el', 'iso-8859-7'],
  ['el', 'windows-1253'],
  ['ru', 'windows-1251'],
  ['ru', 'koi8-r'],
  ['ru', 'iso-8859-5'],
  ['uk', 'koi8-u'],
  ['uk', 'windows-1251'],
  ['he', 'iso-8859-8'],
  ['he', 'windows-1255'],
  ['ar', 'windows-1256'],
  ['ar', 'iso-8859-6'],
  ['th', 'tis-620'],
  ['vi', 'windows-1258'],
  ['lt', 'windows-1257'],
  ['ja', 'shift_jis'],
  ['ja', 'euc-jp'],
  ['zh', 'gb18030'],
  ['tw', 'big5'],
  ['ko', 'euc-kr'],
  ...(['en', 'ru', 'hi', 'ja', 'zh', 'ko', 'ar', 'th'] as const).flatMap((language) => [
    [language, 'utf-16le'] as const,
    [language, 'utf-16be'] as const,
  ]),
];

function encode(text: string, charset: string, addBOM = false): Buffer {
  return iconv.encode(text, charset, { addBOM });
}

function decode(bytes: Uint8Array, hints: CharsetHints = {}): { text: string; charset: string } {
  const { text, charset } = decodeBytes(bytes, hints);
  return { text: text.normalize('NFC'), charset };
}

describe('decodeBytes', () => {
  it.each(PAIRS)('finds that %s is in %s', (language, charset) => {
    const text = TEXTS[language];
    expect(decode(encode(language === 'vi' && charset === 'windows-1258' ? APART : text, charset)).text).toBe(
      text,
    );
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('obeys the mark of %s', (charset) => {
    const bytes = encode(TEXTS.ja, charset, true);
    expect(decode(bytes, { declared: 'shift_jis' })).toEqual({ text: TEXTS.ja, charset });
  });

  it.each([
    ['windows-1251', 'windows-1251'],
    ['text/html; charset="Windows-1251"', 'windows-1251'],
    ['cp1251', 'windows-1251'],
    ['charset=windows-1251; boundary=x', 'windows-1251'],
  ])('believes the declaration %s', (declared, charset) => {
    expect(decode(encode('Да', 'windows-1251'), { declared })).toEqual({ text: 'Да', charset });
  });

  it.each([
    ['<html><head><title>x</title><meta charset=windows-1253>'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=windows-1253">'],
    ["<?xml version='1.0' encoding='windows-1253'?><html>"],
    ['<!-- <meta charset="koi8-r"> --><meta name="a" content="charset=big5"><meta charset="windows-1253"/>'],
  ])('believes a page that says %s', (head) => {
    const page = `${head}<p>Ναι`;
    expect(decode(encode(page, 'windows-1253'), { format: 'html' })).toEqual({
      text: page,
      charset: 'windows-1253',
    });
  });

  it('reads typographic quotes of windows-1252 in what calls itself latin1', () => {
    expect(decode(Buffer.from([0x93, 0x41, 0x94, 0x80]), { declared: 'iso-8859-1' }).text).toBe('“A”€');
  });

  it.each([
    ['iso-8859-1', TEXTS.fr],
    ['windows-1252', 'Café'],
    ['shift_jis', TEXTS.ru],
    ['utf-16', TEXTS.de],
    ['gb18030', TEXTS.zh],
  ])('reads UTF-8 that was declared as %s as UTF-8', (declared, text) => {
    expect(decode(Buffer.from(text), { declared })).toEqual({ text, charset: 'utf-8' });
  });

  it('does not believe UTF-8 where the bytes are none', () => {
    expect(decode(encode(TEXTS.ru, 'windows-1251'), { declared: 'utf-8' }).text).toBe(TEXTS.ru);
    const page = `<meta charset="utf-8"><p>${TEXTS.de}`;
    expect(decode(encode(page, 'windows-1252'), { format: 'html' }).text).toBe(page);
  });

  it('keeps to UTF-8 that is damaged in a few places', () => {
    const bytes = Buffer.concat([Buffer.from(TEXTS.ru), Buffer.from([0xff, 0x20]), Buffer.from(TEXTS.ru)]);
    expect(decode(bytes)).toEqual({ text: `${TEXTS.ru}\uFFFD ${TEXTS.ru}`, charset: 'utf-8' });
  });

  it('keeps what was declared over UTF-16 of plain ASCII', () => {
    expect(decode(Buffer.from('Bush hid the facts'))).toEqual({
      text: 'Bush hid the facts',
      charset: 'utf-8',
    });
    expect(decode(encode(TEXTS.en, 'utf-16le'), { declared: 'iso-8859-1' }).charset).toBe('utf-16le');
    expect(decode(Buffer.from(TEXTS.en), { declared: 'utf-16' }).text).toBe(TEXTS.en);
  });

  it('reads escapes of ISO-2022-JP', () => {
    const bytes = Buffer.from('\u001B$B9A\u001B(B', 'latin1');
    expect(decode(bytes).text).toBe('港');
  });

  it('says why', () => {
    expect(decodeBytes(Buffer.from(TEXTS.de), { declared: 'latin1' }).reason).toBe(
      'its bytes are that, although the submission says windows-1252',
    );
  });

  it.each([[[]], [[0]], [[0xff]], [[0xff, 0xfe]], [[0xd8, 0x00, 0xd8]]])('reads any bytes: %j', (bytes) => {
    expect(typeof decodeBytes(Uint8Array.from(bytes), {}).text).toBe('string');
  });
});
