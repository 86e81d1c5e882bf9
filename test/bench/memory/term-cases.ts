/** A term, sentences that have it in some form, and sentences whose words only look like it. */
export interface TermCase {
  readonly locale: string;
  readonly term: string;
  readonly forms: readonly string[];
  readonly others: readonly string[];
}

export const TERM_CASES: readonly TermCase[] = [
  {
    locale: 'en',
    term: 'ferry',
    forms: ['Two ferries left.', 'The ferry’s crew.', 'A ferry came.'],
    others: ['A ferrous smell.', 'The fairy left.', 'He is fervent.'],
  },
  {
    locale: 'en',
    term: 'budget line',
    forms: ['Both budget lines grew.', 'The budget line is new.'],
    others: ['The budget was lined up.', 'A line of budgets.', 'Budget airline.'],
  },
  {
    locale: 'en',
    term: 'diagnosis',
    forms: ['Early diagnoses help.', 'The diagnosis is clear.'],
    others: ['A diagnostic test.', 'They diagnosed it late.'],
  },
  { locale: 'en', term: 'WHO', forms: ['The WHO said so.'], others: ['Who said so?', 'Those who said so.'] },
  {
    locale: 'en',
    term: 'wolf',
    forms: ['Wolves came near.', 'A wolf came.'],
    others: ['Mr Wolfe came.', 'A wool coat.'],
  },
  {
    locale: 'fr',
    term: 'journal régional',
    forms: ['Les journaux régionaux paraissent.', 'Un journal régional.'],
    others: ['Un journaliste régional.', 'Le journal de la région.'],
  },
  {
    locale: 'fr',
    term: 'vaccin',
    forms: ['Les vaccins arrivent.', 'L’arrivée du vaccin.', 'd’un vaccin'],
    others: ['La vaccination commence.', 'Il est vacciné.', 'Une vache.'],
  },
  {
    locale: 'fr',
    term: 'élu local',
    forms: ['Les élus locaux votent.', 'Une élue locale vote.'],
    others: ['Une élection locale.', 'La localité élit.'],
  },
  {
    locale: 'es',
    term: 'luz roja',
    forms: ['Las luces rojas brillan.', 'Una luz roja.'],
    others: ['Luce un lazo rojo.', 'Lucía Rojas llegó.'],
  },
  {
    locale: 'es',
    term: 'elección',
    forms: ['Las elecciones son hoy.', 'La elección fue ayer.'],
    others: ['El elector votó.', 'La lección de hoy.', 'Electo ayer.'],
  },
  {
    locale: 'pt',
    term: 'avião',
    forms: ['Os aviões pousaram.', 'Um avião pousou.'],
    others: ['A aviação cresceu.', 'O aviador pousou.'],
  },
  {
    locale: 'pt',
    term: 'jornal local',
    forms: ['Os jornais locais saíram.', 'Um jornal local.'],
    others: ['Um jornalista local.', 'A jornada local.'],
  },
  {
    locale: 'it',
    term: 'banca centrale',
    forms: ['Le banche centrali decidono.', 'La banca centrale.'],
    others: ['Il banco è al centro.', 'Il banchiere centrale.'],
  },
  {
    locale: 'it',
    term: 'lago',
    forms: ['I laghi sono calmi.', 'Il lago è calmo.'],
    others: ['La laguna è calma.', 'Lagos è grande.'],
  },
  {
    locale: 'de',
    term: 'Fähre',
    forms: ['Zwei Fähren fahren.', 'Die Fähre fährt.', 'Die Fährverbindung.'],
    others: ['Die Fährte ist kalt.', 'Die Fahrt ist lang.', 'Er fährt.'],
  },
  {
    locale: 'de',
    term: 'Bundesrat',
    forms: ['Des Bundesrates Nein.', 'Im Bundesrat.'],
    others: ['Der Bundestag.', 'Bundesrepublik.'],
  },
  {
    locale: 'de',
    term: 'Haushaltsplan',
    forms: ['Die Haushaltspläne liegen vor.', 'Den Haushaltsplan.', 'Des Haushaltsplans.'],
    others: ['Der Haushalt plant.', 'Ein Haushaltsgerät.'],
  },
  {
    locale: 'nl',
    term: 'verkiezing',
    forms: ['De verkiezingen komen.', 'De verkiezing komt.', 'Het verkiezingsdebat.'],
    others: ['De keuze komt.', 'Hij verkiest thee.'],
  },
  {
    locale: 'sv',
    term: 'färja',
    forms: ['Färjorna går.', 'Färjan går.', 'Två färjor.'],
    others: ['Färgen är röd.', 'Fjärran går.'],
  },
  {
    locale: 'ru',
    term: 'паром',
    forms: ['Паромы ушли.', 'На пароме.', 'Двумя паромами.'],
    others: ['Пар поднялся.', 'Пароль забыт.', 'Паровоз ушёл.'],
  },
  {
    locale: 'ru',
    term: 'местная газета',
    forms: ['В местной газете.', 'Местные газеты.', 'Местную газету.'],
    others: ['Место газетчика.', 'Газ местный.'],
  },
  {
    locale: 'uk',
    term: 'пором',
    forms: ['Пороми пішли.', 'На поромі.'],
    others: ['Порох мокрий.', 'Порожній.'],
  },
  {
    locale: 'pl',
    term: 'prom',
    forms: ['Promy odpłynęły.', 'Na promie.', 'Promem płynie.'],
    others: ['Promień słońca.', 'Prometeusz.', 'Promocja.'],
  },
  {
    locale: 'pl',
    term: 'gazeta lokalna',
    forms: ['W gazecie lokalnej.', 'Gazety lokalne.'],
    others: ['Gaz lokalny.', 'Lokal gazety.'],
  },
  {
    locale: 'cs',
    term: 'volba',
    forms: ['Volby začaly.', 'Po volbách.', 'Volbu zrušili.'],
    others: ['Volební den.', 'Volný den.', 'Vol pije.'],
  },
  {
    locale: 'tr',
    term: 'gazete',
    forms: ['Gazeteler çıktı.', 'Gazetelerimizde yazdı.', 'Gazetenin adı.'],
    others: ['Gazeteci geldi.', 'Gaz bitti.', 'Gazi geldi.'],
  },
  {
    locale: 'tr',
    term: 'kitap',
    forms: ['Kitaplarda yazar.', 'Kitabın adı.', 'Kitabı okudu.'],
    others: ['Kıta büyük.', 'Hitap etti.'],
  },
  {
    locale: 'ar',
    term: 'صحيفة',
    forms: ['قالت الصحيفة.', 'في صحيفتهم.', 'والصحيفة.'],
    others: ['قال الصحفي.', 'الصحة.'],
  },
  {
    locale: 'ar',
    term: 'ميناء',
    forms: ['في الميناء.', 'بالميناء.', 'والميناء.'],
    others: ['يمين.', 'المنى.'],
  },
  {
    locale: 'he',
    term: 'עיתון',
    forms: ['העיתונים כתבו.', 'בעיתון.', 'והעיתון.'],
    others: ['עיתונאי כתב.', 'העת.'],
  },
  {
    locale: 'fa',
    term: 'روزنامه',
    forms: ['روزنامه‌ها نوشتند.', 'روزنامه نوشت.', 'روزنامهٔ صبح.'],
    others: ['روز خوب.', 'نامه نوشت.'],
  },
  {
    locale: 'hi',
    term: 'लड़का',
    forms: ['लड़के आए।', 'लड़कों ने कहा।', 'लड़का आया।'],
    others: ['लड़ाई हुई।', 'सड़क।'],
  },
  {
    locale: 'id',
    term: 'kapal',
    forms: ['Kapalnya tiba.', 'Kapal itu.', 'Kapalku.'],
    others: ['Kapan tiba?', 'Kapas putih.'],
  },
  {
    locale: 'el',
    term: 'εφημερίδα',
    forms: ['Οι εφημερίδες γράφουν.', 'Της εφημερίδας.', 'Των εφημερίδων.'],
    others: ['Εφήμερος.', 'Η ημέρα.'],
  },
  { locale: 'ko', term: '신문', forms: ['신문은 나왔다.', '지역신문에서.'], others: ['신발은 낡았다.'] },
  { locale: 'ja', term: '新聞', forms: ['地方新聞は伝えた。', '新聞を読む。'], others: ['新しい話を聞く。'] },
  { locale: 'zh-Hans', term: '渡轮', forms: ['两艘渡轮出发。', '渡轮公司'], others: ['渡过车轮'] },
  { locale: 'th', term: 'เรือ', forms: ['เรือออกแล้ว', 'บนเรือ'], others: ['รถออกแล้ว'] },
  { locale: 'vi', term: 'phà', forms: ['Chuyến phà đêm.', 'Phà đến.'], others: ['Pha đèn.', 'Phải đi.'] },
];
