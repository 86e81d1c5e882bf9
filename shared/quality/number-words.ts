import { fold } from '../text/fold.ts';

/**
 * Beginnings of number words, as `fold` writes them: the units from one, what they are called between ten
 * and twenty (`+`: the unit beside the word for ten), the tens from twenty, a hundred, a thousand. `/` parts
 * words for the same number.
 */
interface NumberWords {
  readonly units: string;
  readonly teens: string;
  readonly tens: string;
  readonly hundred: string;
  readonly thousand: string;
}

const WORDS: Readonly<Record<string, NumberWords>> = {
  en: {
    units: 'one/first two/second three/third four five/fifth six seven eight nine/ninth',
    teens: 'ten eleven twel thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    tens: 'twent thirt fort fift sixt sevent eight ninet',
    hundred: 'hundred',
    thousand: 'thousand',
  },
  es: {
    units: 'un/prim dos/segund tres/terc cuatr/cuart cinc/quint seis/sext siete/septim och/octav nuev/noven',
    teens: 'diez/decim once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve',
    tens: 'veint treint cuarent cincuent sesent setent ochent novent',
    hundred: 'cien',
    thousand: 'mil',
  },
  pt: {
    units: 'um/prim/unic do/dua/segund tres/terc quatr/quart cinc/quint seis/sext sete/setim oit nov/non',
    teens:
      'dez/decim onze doze treze quatorze/catorze quinze dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove',
    tens: 'vint trint quarent cinquent sessent setent oitent novent',
    hundred: 'cem/cento/centen',
    thousand: 'mil',
  },
  fr: {
    units: 'un/premi deu/second troi quatr cinq six/sixi sept huit neu',
    teens: 'dix/diz onz douz treiz quatorz quinz seiz dix dix dix',
    tens: 'vingt trent quarant cinquant soixant soixant/septant quatre-vingt/huitant quatre-vingt/nonant',
    hundred: 'cent',
    thousand: 'mill',
  },
  it: {
    units: 'un/prim du/second tre/terz quattr/quart cinq/quint sei/sest sett ott nov/non',
    teens: 'diec/decim undic dodic tredic quattordic quindic sedic diciassett diciott diciannov',
    tens: 'vent trent quarant cinquant sessant settant ottant novant',
    hundred: 'cent',
    thousand: 'mill/mila',
  },
  de: {
    units: 'ein/erst zwei drei/dritt vier funf sech sieb acht neun',
    teens: 'zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn',
    tens: 'zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig',
    hundred: 'hundert',
    thousand: 'tausend',
  },
  nl: {
    units: 'een/eerst twee drie/derde vier vijf zes zeven acht negen',
    teens: 'tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
    tens: 'twintig dertig veertig vijftig zestig zeventig tachtig negentig',
    hundred: 'honderd',
    thousand: 'duizend',
  },
  sv: {
    units: 'en/ett/forst tva/andr tre fyra/fjard fem sex/sjatt sju atta/atton nio',
    teens: 'tio elva tolv tretton fjorton femton sexton sjutton arton nitton',
    tens: 'tjugo tretti fyrti femti sexti sjutti atti nitti',
    hundred: 'hundra',
    thousand: 'tusen',
  },
  pl: {
    units: 'jed/pierw dw/drug trz cztere/czwart pie/piat sze/szost sied/siodm osiem/osm dziew',
    teens:
      'dzies jedenast dwunast/dwanasc trzynast czternast pietnast szesnast siedemnast osiemnast dziewietnast',
    tens: 'dwadzies/dwudziest trzydzies czterdzies piecdzies szescdzies siedemdzies osiemdzies dziewiecdzies',
    hundred: 'sto/stu/setk',
    thousand: 'tysia/tysie',
  },
  cs: {
    units: 'jed/prvn dv/druh tri/tre ctyr/ctvrt pet/pat sest sedm osm dev',
    teens: 'deset jedenact dvanact trinact ctrnact patnact sestnact sedmnact osmnact devatenact',
    tens: 'dvacet tricet ctyricet padesat sedesat sedmdesat osmdesat devadesat',
    hundred: 'sto/sta/set',
    thousand: 'tisic',
  },
  ru: {
    units: 'од/перв дв/втор тр четыр/четвер/четв пят шест сем/седьм восем/восьм девят',
    teens:
      'десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат',
    tens: 'двадцат тридцат сорок пятьдесят/пятидесят шестьдесят/шестидесят семьдесят/семидесят восемьдесят/восьмидесят девяност',
    hundred: 'сто/сот',
    thousand: 'тысяч',
  },
  uk: {
    units: "од/перш дв/друг тр чотир/четвер п'ят/п’ят шіст/шест сім/сьом вісім/восьм дев'ят/дев’ят",
    teens:
      "десят одинадцят дванадцят тринадцят чотирнадцят п'ятнадцят шістнадцят сімнадцят вісімнадцят дев'ятнадцят",
    tens: "двадцят тридцят сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яност",
    hundred: 'сто/сот',
    thousand: 'тисяч',
  },
  tr: {
    units: 'bir iki uc dort bes alti yedi sekiz dokuz',
    teens: 'on +on +on +on +on +on +on +on +on +on',
    tens: 'yirmi otuz kirk elli altmis yetmis seksen doksan',
    hundred: 'yuz',
    thousand: 'bin',
  },
  el: {
    units:
      'ένα/μία/μια/πρώτ δύο/δυο/δεύτ τρ τέσσερ/τεσσάρ/τέταρτ πέντε/πέμπτ έξι/έκτ επτά/εφτά/έβδομ οκτώ/οχτώ/όγδο εννέα/εννιά/ένατ',
    teens:
      'δέκα έντεκα/ενδέκατ δώδεκα/δωδέκατ δεκατρ/δέκατ δεκατέσσ/δέκατ δεκαπέντε/δέκατ δεκαέξι/δέκατ δεκαεπτά/δέκατ δεκαοκτώ/δέκατ δεκαεννέα/δέκατ',
    tens: 'είκοσι/εικοσ τριάντα/τριακοσ σαράντα/τεσσαρακοσ πενήντα/πεντηκοσ εξήντα/εξηκοσ εβδομήντα/εβδομηκοσ ογδόντα/ογδοηκοσ ενενήντα/ενενηκοσ',
    hundred: 'εκατό',
    thousand: 'χίλι/χιλιάδ',
  },
  ar: {
    units: 'واحد/أحد/إحد/حادي اثن/ثان ثلاث/ثالث أربع/رابع خمس/خامس ست/سادس سبع/سابع ثمان/ثامن تسع/تاسع',
    teens: 'عشر +عشر +عشر +عشر +عشر +عشر +عشر +عشر +عشر +عشر',
    tens: 'عشرين/عشرون ثلاثي/ثلاثو أربعي/أربعو خمسي/خمسو ستين/ستون/ستيني سبعي/سبعو ثماني/ثمانو تسعي/تسعو',
    hundred: 'مئة/مائة/مئات',
    thousand: 'ألف/آلاف',
  },
  he: {
    units: 'אחד/אחת/ראשו שני/שתי/שנה שלוש/שליש ארבע/רביע חמש/חמיש שש/שיש שבע/שביע שמונ/שמינ תשע/תשיע',
    teens: 'עשר +עשר +עשר +עשר +עשר +עשר +עשר +עשר +עשר +עשר',
    tens: 'עשרים שלושים ארבעים חמישים שישים/ששים שבעים שמונים תשעים',
    hundred: 'מאה/מאות',
    thousand: 'אלף/אלפ',
  },
  fa: {
    units: 'یک/اول دو سه/سو چهار پنج شش هفت هشت نه',
    teens: 'ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده/هیجده نوزده',
    tens: 'بیست سی چهل پنجاه شصت هفتاد هشتاد نود',
    hundred: 'صد',
    thousand: 'هزار',
  },
  hi: {
    units: '- - - - - - - - -',
    teens: 'दस ग्यारह बारह तेरह चौदह पंद्रह/पन्द्रह सोलह सत्रह/सतरह अठारह/अट्ठारह उन्नीस',
    tens: 'बीस तीस चालीस पचास साठ सत्तर अस्सी नब्बे',
    hundred: 'सौ',
    thousand: 'हज़ार/हजार',
  },
  th: {
    units: 'หนึ่ง/เอ็ด สอง สาม สี่ ห้า หก เจ็ด แปด เก้า',
    teens: 'สิบ +สิบ +สิบ +สิบ +สิบ +สิบ +สิบ +สิบ +สิบ +สิบ',
    tens: 'ยี่สิบ สามสิบ สี่สิบ ห้าสิบ หกสิบ เจ็ดสิบ แปดสิบ เก้าสิบ',
    hundred: 'ร้อย',
    thousand: 'พัน',
  },
  vi: {
    units: 'một/mốt/nhất hai/nhì ba bốn/tư năm/lăm sáu bảy tám chín',
    teens: 'mười +mười +mười +mười +mười +mười +mười +mười +mười +mười',
    tens: 'hai ba bốn năm sáu bảy tám chín',
    hundred: 'trăm',
    thousand: 'nghìn/ngàn',
  },
  id: {
    units: 'satu/pertama dua tiga empat lima enam tujuh delapan sembilan',
    teens: 'sepuluh sebelas +belas +belas +belas +belas +belas +belas +belas +belas',
    tens: 'dua tiga empat lima enam tujuh delapan sembilan',
    hundred: 'ratus',
    thousand: 'ribu',
  },
  sw: {
    units: 'moja/kwanza mbili/wili/pili tatu nne tano sita saba nane tisa',
    teens: 'kumi +kumi +kumi +kumi +kumi +kumi +kumi +kumi +kumi +kumi',
    tens: 'ishirini thelathini arobaini hamsini sitini sabini themanini tisini',
    hundred: 'mia',
    thousand: 'elfu',
  },
  ko: {
    units: '일/하나/한/첫 이/둘/두 삼/셋/세 사/넷/네 오/다섯 육/여섯 칠/일곱 팔/여덟 구/아홉',
    teens: '십/열 +십/열 +십/열 +십/열 +십/열 +십/열 +십/열 +십/열 +십/열 +십/열',
    tens: '이십/스물/스무 삼십/서른 사십/마흔 오십/쉰 육십/예순 칠십/일흔 팔십/여든 구십/아흔',
    hundred: '백',
    thousand: '천',
  },
};

/** Languages that write the unit of these tens in words that do not show it (`soixante-douze`). */
const HIDDEN_UNITS: ReadonlySet<string> = new Set(['fr', 'hi']);

/**
 * Tells whether a text can be read to have a number of 13 and more in words of its language: whether it has
 * the word for its tens and the one for its unit, or the word for a hundred, a thousand. Generous: the
 * words need not stand together. Chinese and Japanese are read by `cjkNumbers`.
 *
 * @param text as `fold` writes it
 */
export function isInWords(value: number, text: string, language: string): boolean {
  const words = WORDS[language];
  if (words === undefined || !Number.isInteger(value)) {
    return false;
  }
  const has = (name: string): boolean => name.split('/').some((word) => text.includes(fold(word)));
  const unit = (digit: number): boolean =>
    digit === 0 || HIDDEN_UNITS.has(language) || has(words.units.split(' ')[digit - 1] ?? '-');
  if (value >= 1000) {
    return value % 1000 === 0 && has(words.thousand);
  }
  if (value >= 100) {
    return value % 100 === 0 && has(words.hundred);
  }
  if (value < 20) {
    const teen = words.teens.split(' ')[value - 10] ?? '-';
    return teen.startsWith('+') ? has(teen.slice(1)) && unit(value - 10) : has(teen);
  }
  return has(words.tens.split(' ')[Math.floor(value / 10) - 2] ?? '-') && unit(value % 10);
}
