import type { Credit } from '../../../shared/document/tree.ts';
import type { Agencies } from '../meta/agencies.ts';

export interface FoundCredit {
  readonly credit: Credit;
  /** Where the credit starts, white space before it included; it reaches to the end of the text. */
  readonly start: number;
}

const ROLE_WORDS: readonly { readonly role: Credit['role']; readonly words: string }[] = [
  {
    role: 'photo',
    words: [
      'file photo|photo(?:graph(?:er|y)?)?s?(?: credit| courtesy)?|pic(?:ture)?s?(?: credit)?|images?(?: credit| source| courtesy)?|credits?|courtesy',
      'fotos?|fotógraf[oa]s?|fotograf[ií]as?|im[aá]gen(?: de archivo)?|cr[eé]dit(?:o|os)?(?: photo| da foto| de la foto)?|imagem|photographie|crédits? photos?',
      'bild(?:quelle|nachweis)?|fotograf|fotonachweis|beeld|bilde|kuva|zdjęcie|fot\\.|fotoğraf|gambar',
      'ảnh(?: minh họa)?|hình|nguồn ảnh|фото(?:графия)?|снимка|φωτο(?:γραφία)?',
      '写真(?:提供)?|撮影|图片来源|图源|图片|摄影|圖片來源|圖片|攝影|사진|사진 ?제공',
      'الصورة|صورة|تصوير|عکس|צילום|תמונה|फोटो|ภาพ(?:จาก)?',
    ].join('|'),
  },
  { role: 'video', words: 'videos?|vidéos?|видео|відео|فيديو|動画|视频|영상' },
  {
    role: 'graphic',
    words: 'graphics?|infographics?|grafik|gráfico|infographie|infografika|инфографика|đồ họa',
  },
  {
    role: 'source',
    words: 'source|fuente|quelle|fonte|bron|źródło|kaynak|sumber|nguồn|источник|джерело|المصدر|出典|来源',
  },
];

/** What stands between the word and the name: a mark, or "by". */
const MARK = String.raw`(?:[:：=]|\s\b(?:by|von|par|por|door|oleh)\b)`;
const HAS_MARK = new RegExp(MARK, 'iu');
const NAME = String.raw`(?<name>[\p{L}©][^|\n:;]{0,78}[\p{L}\p{N}).])`;
const BEFORE = String.raw`(?:^|(?<=[。！])|[\s(|[（])`;

const COPYRIGHT = /(?:^|\s+)©\s*(?<name>\p{L}[^.|\n]{1,78})\.?\s*$/u;

const LABELLED = ROLE_WORDS.map(({ role, words }) => ({
  role,
  pattern: new RegExp(`${BEFORE}\\s*[(\\[（]?(?:${words})\\s*${MARK}\\s*${NAME}[)\\]）]?\\.?\\s*$`, 'iu'),
}));

/** "(AP Photo/Jane Doe)", "REUTERS/Jane Doe": only with a known agency among the names. */
const BARE = [
  /\s*\((?<name>[^()\n]{2,80})\)\.?\s*$/u,
  /(?:^|\s+)(?<name>\p{Lu}[\p{L} ]{1,20}\/\p{Lu}[\p{L} .'’-]{2,60})\s*$/u,
  /(?<=[.!?…。]["'”’)]{0,2})\s+(?:[–—-]\s*)?(?<name>[\p{Lu}\p{Lo}][\p{L}/ .'’-]{1,60}?)\.?\s*$/u,
];

/** "JANE DOE (EFE)": a name in capitals, and a known agency. */
const CAPITALS =
  /(?:^|\s+)(?<person>\p{Lu}[\p{Lu}.'’-]+(?:\s\p{Lu}[\p{Lu}.'’-]*){1,4})\s*\((?<agency>[^()\n]{2,40})\)\.?\s*$/u;

/** "山田花子撮影", "新华社记者 张三 摄": "taken by" stands behind the name. */
const TAKEN =
  /(?:(?<=[。）)])|[、，＝=\s]\s*)(?<name>(?![^、，。＝=\s]*[はにをがでのと])(?:\p{Script=Han}{2,6}(?:记者|記者)\s?)?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}・]{2,10}?)\s?(?:撮影|[摄攝]影?)\s*$/u;

/** "(Jane Doe/The Harbor Post)": a person, and for whom. */
const SHARED =
  /\s*\((?<name>\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,3}\s?\/\s?\p{Lu}[\p{L} .'’-]{1,40})\)\.?\s*$/u;

const MAX_WORDS = 9;

/** Finds who made a picture at the end of its caption: "Photo: AFP", "Photo by X/AFP", "(AP Photo/X)". */
export function findCredit(text: string, agencies: Agencies): FoundCredit | undefined {
  const found = findAtEnd(text, agencies);
  const divider = found === undefined ? undefined : /\s+[–—|·-]\s*$/u.exec(text.slice(0, found.start));
  return found === undefined || !divider ? found : { ...found, start: divider.index };
}

function findAtEnd(text: string, agencies: Agencies): FoundCredit | undefined {
  const tail = text.slice(-160);
  const offset = text.length - tail.length;
  for (const { role, pattern } of HAS_MARK.test(tail) ? LABELLED : []) {
    const found = creditOf(pattern.exec(tail), role, offset);
    if (found !== undefined) {
      return found;
    }
  }
  const marked = creditOf(COPYRIGHT.exec(tail) ?? TAKEN.exec(tail) ?? SHARED.exec(tail), 'photo', offset);
  if (marked !== undefined) {
    return marked;
  }
  const capitals = CAPITALS.exec(tail);
  const { person = '', agency = '' } = capitals?.groups ?? {};
  if (capitals !== null && namesAgency(agency, agencies)) {
    return { credit: { role: 'photo', name: `${person}/${agency}` }, start: offset + capitals.index };
  }
  for (const pattern of BARE) {
    const found = creditOf(pattern.exec(tail), 'photo', offset);
    if (found !== undefined && namesAgency(found.credit.name, agencies)) {
      return found;
    }
  }
  return undefined;
}

function namesAgency(name: string, agencies: Agencies): boolean {
  return name.split(/\/|, | via | for /u).some((part) => agencies.find(part) !== undefined);
}

function creditOf(
  match: RegExpExecArray | null,
  role: Credit['role'],
  offset: number,
): FoundCredit | undefined {
  const printed = match?.groups?.['name']?.trim();
  if (match === null || printed === undefined) {
    return undefined;
  }
  const name = tidyName(printed);
  const isName =
    name.split(/\s+/u).length <= MAX_WORDS &&
    !/\p{Ll}{3,}\.\s/u.test(name) &&
    /^[\p{Lu}\p{Lo}©d]/u.test(name);
  return isName ? { credit: { role, name }, start: offset + match.index } : undefined;
}

/** "AP Photo/Jane Doe" -> "AP/Jane Doe": the label says that it is a photo. */
function tidyName(printed: string): string {
  return printed
    .replace(/^(?!Getty Images$)(\p{Lu}[\p{L}]*) (?:Photo|Images?|Pool)(?=\/|$)/u, '$1')
    .replace(/(?<!\b\p{Lu})[.)\]]+$/u, '')
    .replace(/\s*\|\s*$/u, '')
    .trim();
}
