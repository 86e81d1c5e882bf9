import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLanguageDetector } from '../../../../../workers/normalize/locale/detect-language.ts';

const detect = createLanguageDetector();

describe('detectLanguage', () => {
  it.each([
    ['sw', 'Serikali ya Tanzania imesema kwamba itaendelea kutoa elimu bila malipo kwa watoto wote.'],
    ['sw', 'Rais wa Kenya alikutana na viongozi wa nchi za Afrika Mashariki mjini Nairobi.'],
    ['sw', 'Watu wengi walipoteza nyumba zao baada ya mvua kubwa kunyesha.'],
    ['sw', 'Wanafunzi watarudi shuleni wiki ijayo'],
    ['id', 'Pemerintah mengatakan bahwa uang itu akan dibayarkan karena masyarakat membutuhkannya.'],
    ['id', 'Polisi tidak bisa menemukan mobil yang dicuri dari rumah sakit itu.'],
    ['id', 'Presiden akan bertemu dengan para menteri pada hari Senin.'],
    ['ms', 'Kerajaan berkata wang itu akan dibayar kerana rakyat memerlukannya, ujar beliau.'],
    ['ms', 'Pihak polis memaklumkan bahawa kereta itu boleh dituntut di balai berkenaan.'],
    ['nl', 'De regering zei dat het nieuwe plan pas over twee jaar zou worden uitgevoerd.'],
    ['nl', 'Het museum blijft dicht omdat het dak lekt.'],
    ['it', 'Il ministro ha detto che la nuova legge non sarà approvata prima della fine dell’anno.'],
    ['pl', 'Minister powiedział, że nowa ustawa nie zostanie przyjęta przed końcem roku.'],
    ['uk', 'Міністр сказав, що новий закон не буде ухвалено до кінця року.'],
    ['ru', 'Министр сказал, что новый закон не примут до конца года.'],
    ['bg', 'Министърът каза, че новият закон няма да бъде приет преди края на годината.'],
    ['sr', 'Министар је рекао да нови закон неће бити усвојен до краја године.'],
    ['fa', 'وزیر گفت که قانون جدید تا پایان سال تصویب نخواهد شد و باید بیشتر بررسی شود.'],
    ['ar', 'قال الوزير إن القانون الجديد لن يتم إقراره قبل نهاية العام وإنه يحتاج إلى دراسة.'],
    ['ur', 'وزیر نے کہا کہ نیا قانون سال کے آخر تک منظور نہیں ہو گا اور اس پر غور کیا جائے گا۔'],
    ['hi', 'मंत्री ने कहा कि नया कानून साल के अंत तक पारित नहीं होगा।'],
    ['mr', 'नवीन कायदा वर्षाच्या अखेरपर्यंत मंजूर होणार नाही, असे मंत्र्यांनी सांगितले आहे.'],
    ['es', 'El ministro dijo que la nueva ley no se aprobará antes de fin de año.'],
    ['pt', 'O ministro disse que a nova lei não será aprovada antes do fim do ano.'],
    ['ca', 'El ministre va dir que la nova llei no s’aprovarà abans que acabi l’any, segons els diaris.'],
    ['ro', 'Ministrul a spus că noua lege nu va fi adoptată înainte de sfârșitul anului.'],
    ['cs', 'Ministr řekl, že nový zákon nebude přijat před koncem roku.'],
    ['sv', 'Ministern sade att den nya lagen inte kommer att antas före årets slut.'],
    ['da', 'Ministeren sagde, at den nye lov ikke vil blive vedtaget inden årets udgang, og at det haster.'],
    ['no', 'Statsråden sa at den nye loven ikke vil bli vedtatt før slutten av året, og at det haster nå.'],
    ['fi', 'Ministeri sanoi, että uutta lakia ei hyväksytä ennen vuoden loppua.'],
    ['hu', 'A miniszter azt mondta, hogy az új törvényt nem fogadják el az év vége előtt.'],
    ['ja', '東京都、対応を発表'],
    ['ja', 'スズキ、新型車を公開'],
    ['zh-Hans', '腾讯公布财报，Facebook 和 Google 股价下跌'],
    ['zh-Hant', '騰訊公布財報，Facebook 和 Google 股價下跌'],
    ['th', 'Manchester United ชนะ Liverpool ที่ Old Trafford เมื่อคืนนี้'],
    ['en', 'The book is called 红楼梦 and was written in the eighteenth century.'],
  ])('tells %s: %s', async (locale, text) => {
    expect((await detect(text))?.locale).toBe(locale);
  });

  it.each([
    ['two words', 'Hola amigos'],
    ['names', 'Maria Garcia, Pedro Silva'],
  ])('is not certain of %s', async (_, text) => {
    expect((await detect(text))?.certain).toBe(false);
  });

  it('answers nothing where there are no letters', async () => {
    expect(await detect('2026 – 01 – 12 !?')).toBeUndefined();
  });

  it('answers a locale or nothing for any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        const found = await detect(text);
        expect(found === undefined || Intl.getCanonicalLocales(found.locale)[0] === found.locale).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
