import type { NameToken } from '../name-tokens.ts';
import { TITLES } from '../names/name-words.ts';

const OF_MEN: ReadonlySet<string> = new Set(
  'mr sir lord king prince husband son father brother congressman chairman spokesman actor monsieur'.split(
    ' ',
  ),
);
const OF_WOMEN: ReadonlySet<string> = new Set(
  'mrs ms miss lady dame queen princess wife daughter mother sister congresswoman chairwoman spokeswoman actress'.split(
    ' ',
  ),
);

export type Gender = 'man' | 'woman';

/** What stands directly before a name and says something of the person. */
export interface Honorific {
  /** Folded title. */
  readonly title: string;
  readonly gender: Gender | undefined;
}

/** Reads the title before token `at`: "Mrs. Ruiz", "former president Clinton". */
export function honorificBefore(tokens: readonly NameToken[], at: number): Honorific | undefined {
  const direct = tokens[at - 1];
  const token = direct?.text === '.' ? tokens[at - 2] : direct;
  const title = token?.key;
  if (title === undefined || token?.possessive === true || !isTitle(title)) {
    return undefined;
  }
  return { title, gender: OF_MEN.has(title) ? 'man' : OF_WOMEN.has(title) ? 'woman' : undefined };
}

function isTitle(key: string): boolean {
  return TITLES.has(key) || OF_MEN.has(key) || OF_WOMEN.has(key);
}

/** Tells whether a name with title `a` may be the person who was named with title `b`. */
export function agree(a: Honorific, b: Honorific): boolean {
  return a.title === b.title || (a.gender !== undefined && a.gender === b.gender);
}

/** Tells whether two titles cannot be one person's. */
export function contradict(a: Honorific, b: Honorific): boolean {
  return a.gender !== undefined && b.gender !== undefined && a.gender !== b.gender;
}

const RELATIVES: ReadonlySet<string> = new Set(
  `wife husband daughter son brother sister father mother widow widower niece nephew cousin uncle aunt
  grandfather grandmother grandson granddaughter stepson stepdaughter brothers sisters sons daughters parents
  spouse fiancee fiance`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** Tells whether a name is introduced as a relative's: "his wife Ana Ruiz", "her father, Pablo Ruiz". */
export function isRelativeBefore(tokens: readonly NameToken[], at: number): boolean {
  const before = tokens[at - 1]?.text === ',' ? tokens[at - 2] : tokens[at - 1];
  return RELATIVES.has(before?.key ?? '');
}

const NAMES_OF_WOMEN: ReadonlySet<string> = new Set(
  `mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley
  kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen
  amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet
  catherine maria heather diane ruth julie olivia joyce virginia hillary melania ivanka jill kamala claudia ana isabel
  lucia carmen rosa elena sofia gabriela marta andrea paula beatriz ines marie claire sophie brigitte ursula giulia
  francesca olga natalia tatiana fatima aisha priya amina anne kate jane alice lucy grace victoria nadia leila`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);
const NAMES_OF_MEN: ReadonlySet<string> = new Set(
  `james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald
  steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan gary nicholas eric
  jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander patrick jack bill bob jim joe tom
  juan carlos luis miguel pedro jorge manuel francisco antonio alejandro fernando rafael javier sergio diego pablo jean
  pierre francois jacques michel philippe nicolas hans klaus jurgen wolfgang giovanni giuseppe marco luca matteo vladimir
  sergei dmitry ivan alexei mikhail nikolai yuri oleg igor mohammed muhammad mohamed ahmed ali hassan hussein omar
  ibrahim khalid emmanuel eduardo jair viktor volodymyr peter martin simon barack`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** Whose name a folded given name is; undefined for names of both and unknown ones. */
export function genderOf(givenName: string): Gender | undefined {
  return NAMES_OF_WOMEN.has(givenName) ? 'woman' : NAMES_OF_MEN.has(givenName) ? 'man' : undefined;
}
