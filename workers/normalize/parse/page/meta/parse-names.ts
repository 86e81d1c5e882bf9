import type { BylineName } from '../../../../../shared/document/document.ts';

/** "By", in the languages of the web's newsrooms; also what comes between it and a name. */
const BY =
  /^(?:(?:written|posted|published|reported|submitted|story|words|article|text|photos?|review|interview|photo(?:graph)?s? and text|text and photo(?:graph)?s?) by|by|from|von|vom|autor(?:in|es|a)?|author(?:s|\(s\))?|auteur(?:s|e)?|verfasst von|(?:ein(?:e)? )?(?:artikel|beitrag|gastbeitrag|kommentar|interview|bericht|analyse|essay|reportage|porträt|protokoll) von|geschrieben von|veröffentlicht von|text|redaktion|par|écrit par|publié par|por|escrito por|publicado por|de|di|scritto da|pubblicato da|da|a cura di|door|geschreven door|av|af|napisał(?:a)?|tekst|autorka|autoři?|автор(?:ы)?|текст|yazan|yazar|tác giả|theo|oleh|penulis|reporter|文|作者|记者|記者|撰文|기자|γράφει(?: ο| η)?|του|της|بقلم|كتب|كتبت|نویسنده|מאת|ผู้เขียน|लेखक)(?:\s*[:：]\s*|\s+)/iu;
const HARD_JOINERS = /\s*[,;|/•·、，・]\s*/u;
const SOFT_JOINERS = /\s+(?:&|\+|and|und|et|y|e|и|i|og|och|en|και|ve|và|dan|with|mit|avec|con|com)\s+/iu;
const ROLE =
  /^(?:(?:senior|chief|staff|special|political|foreign|national|science|technology|business|deputy|managing|executive|associate|assistant|contributing|freelance|guest|lead|news|sports|culture|health)\s+)*(?:writers?|reporters?|correspondents?|editors?|journalists?|columnists?|contributors?|authors?|photographers?|analysts?|producers?|bloggers?|redakteur(?:in)?|journalist(?:in|e)?|autor(?:in)?|korrespondent(?:in)?|fotograf(?:in)?|photographe|rédact(?:eur|rice)(?: en chef)?|journaliste|correspondant(?:e)?|redactor(?:a)?|periodista|corresponsal|fotógrafo|jornalista|repórter|giornalista|redazione|redactie|корреспондент|журналист|редактор)(?:\s+(?:in|at|for|of|bei|für|de|in)\s.*)?$/iu;
const PHOTO_ROLE = /(?:photo|foto|bild|фото)/iu;
const DATES =
  /\s*(?:\(?(?:first|last|updated|published|posted|modified|am|on|le|el|il|den|vom|veröffentlicht|aktualisiert|publié|mis à jour|publicado|actualizado|aggiornato|pubblicato|입력|수정|등록|승인|发布|更新|公開)(?!\p{L})[\s:]*)*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}\.?\s+\p{L}{3,12}\.?,?\s+\d{4}|\p{L}{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})(?:[\s,|–-]*\d{1,2}[:.h]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*(?:uhr|[A-Z]{2,4}\b))?)?\s*/giu;

/**
 * Reads names out of a byline as pages print it: the word "by", dates, addresses and roles go; a role
 * beside a name is kept with it. What cannot be a name is left out.
 */
export function parseNames(line: string): BylineName[] {
  const names: BylineName[] = [];
  const printed = line
    .normalize('NFC')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/https?:\/\/\S+|\S+@\S+\.\S+/gu, ' ')
    .replaceAll(DATES, ' ')
    .trim();
  const role = PHOTO_ROLE.test(/^[^:]{0,20}:|^photos? by/iu.exec(printed)?.[0] ?? '') ? 'photo' : undefined;
  const bare = stripBy(AMID.exec(printed)?.[1] ?? printed);
  for (const part of splitNames(bare)) {
    const name = part
      .replaceAll(/^[\s\-–—:("']+|[\s\-–—:)"',]+$/gu, '')
      .replace(/(?<=[\p{Script=Hangul}\p{Script=Han}])\s?(?:기자|특파원|記者|记者)$/u, '');
    const last = names.at(-1);
    if (ROLE.test(name)) {
      if (last !== undefined && last.role === undefined) {
        names[names.length - 1] = { ...last, role: name };
      }
    } else if (isName(name)) {
      names.push({ name, ...(role === undefined ? {} : { role }) });
    }
  }
  return names;
}

/** A line without the dates in it. */
export function withoutDates(line: string): string {
  return line.replaceAll(DATES, ' ');
}

/** Whether a text is what a writer does, such as "City Hall reporter". */
export function isRole(text: string): boolean {
  return ROLE.test(text) || /^(?:\p{L}+\s){1,3}(?:reporter|correspondent|editor|writer)$/iu.test(text);
}

/** "Posted on Monday by Jane Doe": the names come last. */
const AMID =
  /^.{0,60}?\s(?:by|von|par|por|di|door|av|af|przez|автор)\s*:?\s+(\p{Lu}[\p{L}\p{M}.'’-]+(?:\s[\p{L}\p{M}.'’-]+){1,3})$/u;

/** The names of a short line that says "by" and then names in capitals, and nothing else. */
export function nameAfterBy(line: string): BylineName[] {
  const printed = withoutDates(line).replaceAll(/\s+/gu, ' ').trim();
  const [, before = printed, role = ''] = /^(.+?)\s*[,|·]\s*([^,|·]+)$/u.exec(printed) ?? [];
  const [head = ''] = printed.split(/\s*[,|·–—]\s*/u);
  const match = PRINTED.exec(isRole(role) ? before : printed) ?? SHORT.exec(head);
  return match?.[1] === undefined ? [] : parseNames(match[1]);
}

/** The same before a place or a company: "Por Bruna Tavares, G9 — Manaus". */
const SHORT =
  /^(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor)\s+(\p{Lu}\p{Ll}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){1,3})$/u;

const PRINTED =
  /^(?:[\p{L}\s-]{0,30}\s)?(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Aa]f|[Aa]utor|[Aa]utorka|[Aa]uteur|[Аа]втор|[Тт]екст|[Pp]rzez)\s*:?\s+(\p{Lu}[\p{L}\p{M}.'’-]+(?:\s(?:and|und|et|y|e|и|de|van|von|der|la|\p{Lu}[\p{L}\p{M}.'’-]*)){1,6}),?$/u;

/** "Drug Evaluation and Research" is one name: a part of one word beside longer ones names nobody. */
function splitNames(text: string): string[] {
  return text.split(HARD_JOINERS).flatMap((part) => {
    const pieces = part.split(SOFT_JOINERS);
    const words = pieces.map((piece) => piece.trim().split(/\s+/u).length);
    const isOneName = pieces.length > 1 && words.includes(1) && words.some((count) => count > 1);
    return isOneName ? [part] : pieces;
  });
}

/** Whether a text can be the name of a person, a team or an account. */
export function isName(text: string): boolean {
  const words = text.split(/\s+/u);
  return (
    text.length >= 2 &&
    text.length <= 60 &&
    words.length <= 6 &&
    /\p{L}/u.test(text) &&
    !/[<>{}[\]=?!]|^@|\.(?:com|org|net|de|fr)\b|^\d|\d{3}/u.test(text) &&
    !NOT_NAMES.test(text)
  );
}

const NOT_NAMES =
  /^(?:admin(?:istrator)?|root|user|guest|author|unknown|anonymous|none|null|undefined|n\/a|editor|webmaster|home|about|contact|share|follow|view all.*|more.*|read.*|comments?.*|posted.*|updated.*|published.*|veröffentlicht.*|geschrieben.*|publié.*|publicado.*|pubblicato.*|written by|by|von|par|por|autore?|auteur|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/iu;

function stripBy(text: string): string {
  return text.replace(BY, '').trim();
}
