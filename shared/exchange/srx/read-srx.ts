import { PipelineError } from '../../errors/errors.ts';
import { createXmlReader, type XmlTag } from '../xml.ts';
import { translatePattern } from './translate-pattern.ts';
import { PatternRefused } from './translate-property.ts';

/** A rule in JavaScript patterns with the `v` flag; an empty side fits everywhere. */
export interface SrxRule {
  readonly isBreak: boolean;
  readonly before: string;
  readonly after: string;
  /** Whether `before` must be read forwards: it holds an atomic group. */
  readonly isBeforeAtomic: boolean;
}

/** A rule that is left out because a pattern cannot be translated. */
export interface RefusedRule {
  readonly languageRule: string;
  /** 1-based inside its language rule, as the file counts. */
  readonly number: number;
  readonly pattern: string;
  readonly reason: string;
}

/** Segmentation rules as SRX 2.0 (or 1.0) gives them. */
export interface SrxFile {
  /** Whether all language rules that fit a language count one after the other, or the first alone. */
  readonly isCascading: boolean;
  readonly languageRules: ReadonlyMap<string, readonly SrxRule[]>;
  readonly languageMaps: readonly { readonly pattern: RegExp; readonly languageRule: string }[];
  readonly refused: readonly RefusedRule[];
}

/**
 * Reads an SRX file. Rules whose patterns cannot be translated are listed in `refused`; the others work
 * without them.
 *
 * @throws {PipelineError} `EXCHANGE_INVALID`: not XML, not SRX, or a map without its language rule.
 */
export function readSrx(xml: string): SrxFile {
  const found: Found = { isSrx: false, isCascading: false, rules: new Map(), maps: [], refused: [] };
  const reading: Reading = { languageRule: '', number: 0, texts: {}, isBreak: true, side: undefined };
  const reader = createXmlReader({
    open: (tag) => openTag(tag, found, reading),
    text: (text) => {
      if (reading.side !== undefined) {
        reading.texts[reading.side] = (reading.texts[reading.side] ?? '') + text;
      }
    },
    close: (name) => {
      reading.side = undefined;
      if (localName(name) === 'rule') {
        addRule(found, reading);
      }
    },
  });
  reader.write(xml);
  reader.end();
  return checked(found);
}

interface Found {
  isSrx: boolean;
  isCascading: boolean;
  readonly rules: Map<string, SrxRule[]>;
  readonly maps: { readonly pattern: RegExp; readonly languageRule: string }[];
  readonly refused: RefusedRule[];
}

interface Reading {
  languageRule: string;
  number: number;
  isBreak: boolean;
  texts: { before?: string; after?: string };
  side: 'before' | 'after' | undefined;
}

function openTag({ name, attributes }: XmlTag, found: Found, reading: Reading): void {
  const [file, now] = [found, reading];
  switch (localName(name)) {
    case 'srx':
      file.isSrx = true;
      return;
    case 'header':
      file.isCascading = attributes['cascade'] === 'yes';
      return;
    case 'languagerule':
      now.languageRule = attributes['languagerulename'] ?? '';
      now.number = 0;
      found.rules.set(now.languageRule, found.rules.get(now.languageRule) ?? []);
      return;
    case 'rule':
      now.number += 1;
      now.isBreak = attributes['break'] !== 'no';
      now.texts = {};
      return;
    case 'beforebreak':
      now.side = 'before';
      return;
    case 'afterbreak':
      now.side = 'after';
      return;
    case 'languagemap':
      found.maps.push({
        pattern: languagePattern(attributes['languagepattern'] ?? ''),
        languageRule: attributes['languagerulename'] ?? '',
      });
      return;
    default: // notes and extensions of tools
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

function languagePattern(pattern: string): RegExp {
  try {
    return new RegExp(`^(?:${translatePattern(`(?i)${pattern}`, 'm').source})$`, 'v');
  } catch (error) {
    throw new PipelineError('EXCHANGE_INVALID', `The SRX languagepattern "${pattern}" cannot be used`, {
      cause: error,
    });
  }
}

function addRule(found: Found, { languageRule, number, isBreak, texts }: Reading): void {
  const { before = '', after = '' } = texts;
  const refuse = (pattern: string, reason: string): void => {
    found.refused.push({ languageRule, number, pattern, reason });
  };
  if (before === '' && after === '') {
    refuse('', 'both sides are empty, so that it fits everywhere');
    return;
  }
  let pattern = before;
  try {
    const prefix = `r${[...found.rules.values()].flat().length}`;
    const left = translatePattern(before, `${prefix}b`);
    pattern = after;
    const right = translatePattern(after, `${prefix}a`);
    const rule = { isBreak, before: left.source, after: right.source, isBeforeAtomic: left.isAtomic };
    found.rules.get(languageRule)?.push(rule);
  } catch (error) {
    if (!(error instanceof PatternRefused)) {
      throw error;
    }
    refuse(pattern, error.message);
  }
}

function checked({ isSrx, isCascading, rules, maps, refused }: Found): SrxFile {
  const missing = maps.find(({ languageRule }) => !rules.has(languageRule));
  if (!isSrx || missing !== undefined) {
    const problem =
      missing === undefined
        ? 'its root is not <srx>'
        : `a languagemap names the language rule "${missing.languageRule}", which is not there`;
    throw new PipelineError('EXCHANGE_INVALID', `The SRX file cannot be used: ${problem}`);
  }
  return { isCascading, languageRules: rules, languageMaps: maps, refused };
}

/** The rules of a language in the order in which they count; empty where none fits it. */
export function srxRulesOf(
  { isCascading, languageRules, languageMaps }: SrxFile,
  language: string,
): SrxRule[] {
  const fitting = languageMaps.filter(({ pattern }) => pattern.test(language));
  const counting = isCascading ? fitting : fitting.slice(0, 1);
  return counting.flatMap(({ languageRule }) => languageRules.get(languageRule) ?? []);
}
