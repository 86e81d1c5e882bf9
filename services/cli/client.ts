import { z } from 'zod';
import { ArticlePage, ArticleStatus } from '../../shared/api/article-status.ts';
import { type ImportLedger, ImportList, ImportReceipt } from '../../shared/api/memory-import.ts';
import { type SubmissionBody, SubmissionReceipt } from '../../shared/api/submission.ts';
import { Document } from '../../shared/document/document.ts';
import { EntityOverlay } from '../../shared/document/entity-mention.ts';
import { GazetteerList } from '../../shared/document/gazetteer-entry.ts';
import type { OutputFormat } from '../../shared/document/output-format.ts';
import type { ExportFormat } from '../../shared/exchange/exchange-format.ts';
