import type { Root } from 'mdast';
import type { Diagnostic } from '../../../shared/document/overlay.ts';
import type { FoundMeta } from '../draft/found-meta.ts';

/** What any source format is read as: mdast without raw HTML, references and unsafe URLs. */
export interface ParsedArticle {
  readonly root: Root;
  readonly found: FoundMeta;
  readonly diagnostics: readonly Diagnostic[];
}
