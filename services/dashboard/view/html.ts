const MARKUP: unique symbol = Symbol('markup');

/** Markup that is safe to send: made by `html` alone. */
export interface Html {
  readonly [MARKUP]: string;
}

/** What may stand in a template: text is escaped, markup is not, `undefined` and `false` are nothing. */
export type HtmlValue = Html | string | number | undefined | false | readonly HtmlValue[];

/**
 * Builds markup from a template. Every value is escaped for text and for quoted attributes, unless
 * it was itself made by `html`; lists are joined. Attributes must be quoted in the template.
 *
 * @example html`<a href="${url}">${title}</a>`
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = parts[0] ?? '';
  values.forEach((value, index) => {
    text += toText(value) + (parts[index + 1] ?? '');
  });
  return { [MARKUP]: text };
}

/** The text of markup, as it is sent. */
export function renderHtml(markup: Html): string {
  return markup[MARKUP];
}

/** Escapes what has a meaning in HTML text and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => ESCAPES[character] ?? character);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function toText(value: HtmlValue): string {
  if (value === undefined || value === false) {
    return '';
  }
  if (typeof value === 'string') {
    return escapeHtml(value);
  }
  if (typeof value === 'number') {
    return String(value);
  }
  return isList(value) ? value.map((item) => toText(item)).join('') : value[MARKUP];
}

function isList(value: Html | readonly HtmlValue[]): value is readonly HtmlValue[] {
  return Array.isArray(value);
}
