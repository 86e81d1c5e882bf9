import { z } from 'zod';
import { isLocale, Locale, languageOf, scriptOf } from '../document/locale.ts';

/** The memory of units that name none. */
export const MAIN_MEMORY = 'main';

const MemoryName = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,59}$/u, {
  error: (issue) =>
    `"${String(issue.input)}" is not a name of a memory: lower-case letters, digits, ".", "_" and "-"`,
});

/** One memory, as an operator describes it. The order in the file is the order of the memories. */
export const MemorySetting = z.strictObject({
  name: MemoryName,
  /** For people: what is in it. */
  about: z.string().optional(),
  /** Points off each of its matches, 0..100. */
  penalty: z.int().min(0).max(100).default(0),
  /** Whether anything is added to it. */
  writable: z.boolean().default(true),
  /** Target locales that it serves; absent: all. */
  locales: z.array(Locale).readonly().optional(),
  /** Tenants that it serves; absent: all. */
  tenants: z.array(z.string().min(1)).readonly().optional(),
});
export type MemorySetting = Readonly<z.infer<typeof MemorySetting>>;

/** Which memories there are, and which locales help each other out: `config/memories.json`. */
export const MemorySettings = z
  .strictObject({
    memories: z.array(MemorySetting).min(1).readonly(),
    variants: z.strictObject({
      /** Points off a match in another variant of the locale, 1..100: Portugal's Portuguese for Brazil's. */
      penalty: z.int().min(1).max(100),
      /** Locales between which nothing is borrowed, both ways. */
      never: z.array(z.tuple([Locale, Locale])).readonly(),
    }),
  })
  .refine(({ memories }) => new Set(memories.map(({ name }) => name)).size === memories.length, {
    path: ['memories'],
    error: 'two memories have one name',
  });
export type MemorySettings = Readonly<z.infer<typeof MemorySettings>>;

/** One memory for everyone, and no locale helps another. */
export const ONE_MEMORY: MemorySettings = {
  memories: [{ name: MAIN_MEMORY, penalty: 0, writable: true }],
  variants: { penalty: 100, never: [] },
};

/** A memory as one lookup sees it. */
export interface MemoryChoice {
  /** Its place in the order, from 0. */
  readonly order: number;
  readonly penalty: number;
}

/** Where a lookup in one locale finds its targets. */
export interface LookupPlan {
  /** Locales whose units serve, the wanted one first, and the points off each. */
  readonly locales: readonly { readonly locale: Locale; readonly penalty: number }[];
  /** By name; units of any other memory do not serve. */
  readonly memories: ReadonlyMap<string, MemoryChoice>;
}

/**
 * Says which memories and which variants of `locale` serve a tenant's lookup. `known` are the locales
 * that may be variants; those that mean the same as `locale` (`fr-FR` and `fr`) serve without penalty.
 */
export function planLookup(
  { memories, variants }: MemorySettings,
  {
    locale,
    tenant,
    known,
  }: { readonly locale: Locale; readonly tenant?: string | undefined; readonly known: readonly Locale[] },
): LookupPlan {
  const others = new Set([...sameAs(locale), ...known.filter((other) => isVariant(other, locale))]);
  others.delete(locale);
  const allowed = [...others].filter(
    (other) => !variants.never.some((pair) => pair.includes(other) && pair.includes(locale)),
  );
  return {
    locales: [
      { locale, penalty: 0 },
      ...allowed.map((other) => ({
        locale: other,
        penalty: fullTag(other) === fullTag(locale) ? 0 : variants.penalty,
      })),
    ],
    memories: new Map(
      memories.flatMap((memory, order) =>
        servesTenant(memory, tenant) && memory.locales?.includes(locale) !== false
          ? [[memory.name, { order, penalty: memory.penalty }] as const]
          : [],
      ),
    ),
  };
}

/** The memory to which a tenant's new units in a locale go; undefined: all of them are read-only. */
export function writableMemory(
  { memories }: MemorySettings,
  { locale, tenant }: { readonly locale: Locale; readonly tenant?: string | undefined },
): string | undefined {
  return memories.find(
    (memory) => memory.writable && servesTenant(memory, tenant) && memory.locales?.includes(locale) !== false,
  )?.name;
}

/** Tells whether a tenant may change what is in a memory. */
export function isWritable(
  memories: readonly MemorySetting[],
  { name, tenant }: { readonly name: string; readonly tenant: string },
): boolean {
  return memories.some((memory) => memory.name === name && memory.writable && servesTenant(memory, tenant));
}

/** Tells whether a memory is one of a tenant's; without a tenant, every one is. */
export function servesTenant({ tenants }: MemorySetting, tenant: string | undefined): boolean {
  return tenant === undefined || tenants?.includes(tenant) !== false;
}

function isVariant(other: Locale, locale: Locale): boolean {
  return languageOf(other) === languageOf(locale) && scriptOf(other) === scriptOf(locale);
}

/** Other ways to write the same locale, as files of other tools do: `fr-FR` for `fr`, `zh-CN` for `zh-Hans`. */
function sameAs(locale: Locale): readonly Locale[] {
  const full = new Intl.Locale(locale).maximize();
  const tags = [
    full.minimize().toString(),
    `${full.language}-${full.region ?? ''}`,
    `${full.language}-${full.script ?? ''}`,
    full.toString(),
  ];
  return tags.filter((tag) => isLocale(tag)).filter((tag) => fullTag(tag) === fullTag(locale));
}

function fullTag(locale: Locale): string {
  return new Intl.Locale(locale).maximize().toString();
}
