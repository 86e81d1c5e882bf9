import { SaxesParser } from 'saxes';
import { PipelineError } from '../errors/errors.ts';

export interface XmlTag {
  readonly name: string;
  /** By name as written, prefix included, such as `xml:lang`; entities decoded. */
  readonly attributes: Readonly<Record<string, string>>;
  /** 1-based, where the tag ends. */
  readonly line: number;
  /** From 0, after the tag. */
  readonly column: number;
}

/** What an XML document is made of, in order. Comments and processing instructions are left out. */
export interface XmlHandlers {
  open(tag: XmlTag): void;
  /** Character data, entities decoded; a run may come in several pieces. */
  text(text: string): void;
  close(name: string): void;
}

export interface XmlReader {
  /**
   * Takes the next piece of the document, of any length.
   *
   * @throws {PipelineError} `EXCHANGE_INVALID`, which names line and column.
   */
  write(chunk: string): void;
  /** Checks that the document is complete. @throws {PipelineError} `EXCHANGE_INVALID` */
  end(): void;
}

const MAX_DEPTH = 200;

/** Characters between two tags, or inside one: what the parser holds in memory at once. */
const MAX_RUN = 4 * 1024 * 1024;

const PIECE = 64 * 1024;

/**
 * Reads XML 1.0 piece by piece at constant memory, and stops at the first fault.
 *
 * Only the five predefined entities exist: a document type declaration may name a DTD, which is not
 * read, but must not declare anything. So no entity can grow, and nothing outside is ever fetched.
 */
export function createXmlReader(handlers: XmlHandlers): XmlReader {
  const parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  let depth = 0;
  let run = 0;
  const fail = (problem: string): never => {
    throw new PipelineError(
      'EXCHANGE_INVALID',
      `The XML is not valid at line ${parser.line}, column ${parser.column}: ${problem}`,
      { details: { line: parser.line, column: parser.column } },
    );
  };
  parser.on('error', (error) => fail(error.message.replace(/^\d+:\d+: /u, '')));
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) {
      fail('declarations inside DOCTYPE are not accepted');
    }
  });
  parser.on('opentag', ({ name, attributes }) => {
    run = 0;
    depth += 1;
    if (depth > MAX_DEPTH) {
      fail(`elements are nested deeper than ${MAX_DEPTH}`);
    }
    handlers.open({ name, attributes, line: parser.line, column: parser.column });
  });
  parser.on('closetag', ({ name }) => {
    run = 0;
    depth -= 1;
    handlers.close(name);
  });
  parser.on('text', (text) => {
    if (depth > 0) {
      handlers.text(text); // outside the root there is only white space
    }
  });
  parser.on('cdata', (text) => handlers.text(text));
  return {
    write(chunk) {
      for (let at = 0; at < chunk.length; at += PIECE) {
        run += Math.min(PIECE, chunk.length - at);
        if (run > MAX_RUN + PIECE) {
          fail(`more than ${MAX_RUN} characters without a tag`);
        }
        parser.write(chunk.slice(at, at + PIECE));
      }
    },
    end() {
      parser.close();
    },
  };
}

/**
 * Reads XML that comes in pieces, and gives what its handlers emit in order; before a fault is thrown,
 * what came before it.
 *
 * @throws {PipelineError} `EXCHANGE_INVALID`, which names line and column.
 */
export async function* readXml<Event>(
  chunks: AsyncIterable<string> | Iterable<string>,
  handlersOf: (emit: (event: Event) => void) => XmlHandlers,
): AsyncGenerator<Event> {
  const events: Event[] = [];
  const reader = createXmlReader(handlersOf((event) => void events.push(event)));
  for await (const chunk of chunks) {
    yield* emitted(events, () => reader.write(chunk));
  }
  yield* emitted(events, () => reader.end());
}

/** What `read` emits into `events`, also where it then fails. */
export function* emitted<Event>(events: Event[], read: () => void): Generator<Event> {
  try {
    read();
  } finally {
    yield* events.splice(0);
  }
}

/** Escapes text for XML content. Characters that XML 1.0 cannot hold become U+FFFD. */
export function escapeXmlText(text: string): string {
  return legal(text).replaceAll(/[&<>\r]/gu, (char) => REFERENCES[char] ?? char);
}

/** Escapes text for a double-quoted attribute, white space included. */
export function escapeXmlAttribute(text: string): string {
  return legal(text).replaceAll(/[&<>"\r\n\t]/gu, (char) => REFERENCES[char] ?? char);
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
  '\n': '&#xA;',
  '\t': '&#x9;',
};

/** XML 1.0 §2.2. */
function legal(text: string): string {
  return text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}
