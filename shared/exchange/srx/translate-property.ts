/** Why a pattern cannot be used; caught where the rule is read, and reported with its number. */
export class PatternRefused extends Error {}

/** POSIX and `java.lang.Character` classes, in the form they have inside a JavaScript class. */
const CLASSES: Readonly<Record<string, string>> = {
  alpha: String.raw`\p{Alphabetic}`,
  digit: String.raw`\p{Nd}`,
  alnum: String.raw`\p{Alphabetic}\p{Nd}`,
  upper: String.raw`\p{Uppercase}`,
  lower: String.raw`\p{Lowercase}`,
  punct: String.raw`\p{P}\p{S}`,
  space: String.raw`\s\x85`,
  blank: String.raw`\t\p{Zs}`,
  cntrl: String.raw`\p{Cc}`,
  graph: String.raw`\p{L}\p{M}\p{N}\p{P}\p{S}`,
  print: String.raw`\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}`,
  xdigit: String.raw`\p{Hex_Digit}`,
  word: String.raw`\p{L}\p{M}\p{N}\p{Pc}`,
  javauppercase: String.raw`\p{Uppercase}`,
  javalowercase: String.raw`\p{Lowercase}`,
  javaletter: String.raw`\p{L}`,
  javadigit: String.raw`\p{Nd}`,
  javaletterordigit: String.raw`\p{L}\p{Nd}`,
  javawhitespace: String.raw`\s`,
  javaspacechar: String.raw`\p{Z}`,
  all: String.raw`\p{Any}`,
};

/** Unicode blocks that rules name, by their ranges; names without spaces, hyphens and underscores. */
const BLOCKS: Readonly<Record<string, string>> = {
  basiclatin: String.raw`\u{0}-\u{7F}`,
  latin1supplement: String.raw`\u{80}-\u{FF}`,
  latinextendeda: String.raw`\u{100}-\u{17F}`,
  latinextendedb: String.raw`\u{180}-\u{24F}`,
  latinextendedadditional: String.raw`\u{1E00}-\u{1EFF}`,
  combiningdiacriticalmarks: String.raw`\u{300}-\u{36F}`,
  greek: String.raw`\u{370}-\u{3FF}`,
  greekandcoptic: String.raw`\u{370}-\u{3FF}`,
  greekextended: String.raw`\u{1F00}-\u{1FFF}`,
  cyrillic: String.raw`\u{400}-\u{4FF}`,
  cyrillicsupplement: String.raw`\u{500}-\u{52F}`,
  armenian: String.raw`\u{530}-\u{58F}`,
  hebrew: String.raw`\u{590}-\u{5FF}`,
  arabic: String.raw`\u{600}-\u{6FF}`,
  arabicpresentationformsa: String.raw`\u{FB50}-\u{FDFF}`,
  arabicpresentationformsb: String.raw`\u{FE70}-\u{FEFF}`,
  devanagari: String.raw`\u{900}-\u{97F}`,
  bengali: String.raw`\u{980}-\u{9FF}`,
  tamil: String.raw`\u{B80}-\u{BFF}`,
  telugu: String.raw`\u{C00}-\u{C7F}`,
  thai: String.raw`\u{E00}-\u{E7F}`,
  lao: String.raw`\u{E80}-\u{EFF}`,
  tibetan: String.raw`\u{F00}-\u{FFF}`,
  myanmar: String.raw`\u{1000}-\u{109F}`,
  georgian: String.raw`\u{10A0}-\u{10FF}`,
  hanguljamo: String.raw`\u{1100}-\u{11FF}`,
  ethiopic: String.raw`\u{1200}-\u{137F}`,
  khmer: String.raw`\u{1780}-\u{17FF}`,
  mongolian: String.raw`\u{1800}-\u{18AF}`,
  generalpunctuation: String.raw`\u{2000}-\u{206F}`,
  currencysymbols: String.raw`\u{20A0}-\u{20CF}`,
  letterlikesymbols: String.raw`\u{2100}-\u{214F}`,
  numberforms: String.raw`\u{2150}-\u{218F}`,
  arrows: String.raw`\u{2190}-\u{21FF}`,
  cjksymbolsandpunctuation: String.raw`\u{3000}-\u{303F}`,
  hiragana: String.raw`\u{3040}-\u{309F}`,
  katakana: String.raw`\u{30A0}-\u{30FF}`,
  bopomofo: String.raw`\u{3100}-\u{312F}`,
  hangulcompatibilityjamo: String.raw`\u{3130}-\u{318F}`,
  cjkunifiedideographs: String.raw`\u{4E00}-\u{9FFF}`,
  cjkunifiedideographsextensiona: String.raw`\u{3400}-\u{4DBF}`,
  hangulsyllables: String.raw`\u{AC00}-\u{D7AF}`,
  cjkcompatibilityideographs: String.raw`\u{F900}-\u{FAFF}`,
  halfwidthandfullwidthforms: String.raw`\u{FF00}-\u{FFEF}`,
};

/**
 * What `\p{name}` or `[:name:]` means, as the inside of a JavaScript class: general categories,
 * scripts, blocks, binary properties, POSIX and Java classes.
 *
 * @throws {PatternRefused} for a name that is none of these.
 */
export function translateProperty(written: string): string {
  const name = written.trim().replace(/^(?:gc|general_category|generalcategory)=/iu, '');
  const block = /^(?:in|blk=|block=)(?<name>.+)$/iu.exec(name)?.groups?.['name'];
  const blockRange = block === undefined ? undefined : BLOCKS[plain(block)];
  if (blockRange !== undefined) {
    return blockRange;
  }
  const script = /^(?:sc|script|scx|script_extensions)=(?<name>.+)$/iu.exec(name)?.groups?.['name'];
  const bare = (script ?? name).replace(/^is(?=[a-z])/iu, '');
  const known = script === undefined ? (CLASSES[plain(name)] ?? CLASSES[plain(bare)]) : undefined;
  if (known !== undefined) {
    return known;
  }
  const titled = bare
    .split(/[ _-]/u)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1).toLowerCase())
    .join('_');
  const forms = script === undefined ? [bare, titled, `Script=${titled}`] : [`Script=${titled}`];
  const form = forms.find((one) => isProperty(one));
  if (form === undefined) {
    throw new PatternRefused(`the character property "${written}" is not known`);
  }
  return String.raw`\p{${form}}`;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[ _-]/gu, '');
}

function isProperty(name: string): boolean {
  try {
    return new RegExp(String.raw`\p{${name}}`, 'v').source !== '';
  } catch {
    return false;
  }
}
