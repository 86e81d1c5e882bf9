import { z } from 'zod';

/** Kinds that a gazetteer may list. */
export const LISTED_TYPES = ['PER', 'ORG', 'LOC', 'EVENT', 'PRODUCT'] as const;
/** The kinds that ship, in the order in which they are shown. */
export const SHIPPED_TYPES = [
  'PER',
  'ORG',
  'LOC',
  'NORP',
  'ROLE',
  'EVENT',
  'PRODUCT',
  'DATE',
  'TIME',
  'DURATION',
  'MONEY',
  'PERCENT',
  'QUANTITY',
  'ORDINAL',
  'CARDINAL',
  'URL',
  'EMAIL',
  'HANDLE',
] as const;

/**
 * A kind of the customer's own, such as `X-LAW`: declared in `config/entity-types/`. As in a language tag
 * the `X-` says that it is private, so that it never means something else in a later version.
 */
export const OwnType = z.templateLiteral(['X-', z.string().regex(/^[A-Z][A-Z0-9]{1,19}$/u)]);
export type OwnType = z.infer<typeof OwnType>;

/** What is named by a mention. */
export const EntityType = z.union([z.enum(SHIPPED_TYPES), OwnType], {
  error: `expected one of ${SHIPPED_TYPES.join(', ')}, or a kind of your own such as X-LAW`,
});
export type EntityType = z.infer<typeof EntityType>;

/** What an entry of a gazetteer is. */
export const ListedType = z.union([z.enum(LISTED_TYPES), OwnType], {
  error: `expected one of ${LISTED_TYPES.join(', ')}, or a kind of your own such as X-LAW`,
});
export type ListedType = z.infer<typeof ListedType>;

/** Tells whether a kind is one of the customer's own. */
export function isOwnType(type: string): type is OwnType {
  return type.startsWith('X-');
}

/** Tells whether things of a kind have names, which gazetteers list and locales write in forms of their own. */
export function isListedType(type: EntityType): type is ListedType {
  return isOwnType(type) || LISTED_TYPES.some((listed) => listed === type);
}

/** Tells whether mentions of a kind say who or what is meant, rather than a value. */
export function isLinkedType(type: EntityType): boolean {
  return isListedType(type) || type === 'NORP' || type === 'ROLE';
}

/** The kinds that a gazetteer can list where `own` are declared, for a message. */
export function listedTypes(own: Iterable<OwnType>): string {
  return [...LISTED_TYPES, ...own].join(', ');
}

/** The kinds of an article where `own` are declared, in the order in which they are shown. */
export function knownTypes(own: Iterable<OwnType>): readonly EntityType[] {
  return [...SHIPPED_TYPES, ...own];
}
