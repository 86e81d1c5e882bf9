import type { Command } from './command.ts';
import { articleActionCommands } from './commands/article-actions.ts';
import { checksCommand } from './commands/checks.ts';
import { demoCommand } from './commands/demo.ts';
import { doctorCommand } from './commands/doctor.ts';
import { entitiesCommand } from './commands/entities.ts';
import {
  gazetteerExportCommand,
  gazetteerListCommand,
  gazetteerRemoveCommand,
} from './commands/gazetteer.ts';
import { gazetteerImportCommand } from './commands/gazetteer-import.ts';
import { glossaryCommands } from './commands/glossary.ts';
import { leverageCommand } from './commands/leverage.ts';
import { memoryExportCommand, memoryImportCommand } from './commands/memory.ts';
import { memoryDecideCommand, memoryFindingsCommand } from './commands/memory-findings.ts';
import { memoryImportsCommand } from './commands/memory-imports.ts';
import { memoryListCommand } from './commands/memory-list.ts';
import { memoryLookupCommand } from './commands/memory-lookup.ts';
import { memoryMaintainCommand } from './commands/memory-maintain.ts';
import { memoryQuarantineCommand } from './commands/memory-quarantine.ts';
import { memorySearchCommand } from './commands/memory-search.ts';
import { normalizeCommand } from './commands/normalize.ts';
import { pullCommand } from './commands/pull.ts';
import { runCommand } from './commands/run.ts';
import { startCommand } from './commands/start.ts';
import { statusCommand } from './commands/status.ts';
import { submitCommand } from './commands/submit.ts';
import { trainCommand } from './commands/train.ts';

/** Every command, in the order in which the help lists them. */
export const COMMANDS: readonly Command[] = [
  demoCommand,
  runCommand,
  normalizeCommand,
  entitiesCommand,
  startCommand,
  submitCommand,
  statusCommand,
  pullCommand,
  ...articleActionCommands,
  leverageCommand,
  checksCommand,
  memoryImportCommand,
  memoryExportCommand,
  memoryImportsCommand,
  memorySearchCommand,
  memoryLookupCommand,
  memoryListCommand,
  memoryQuarantineCommand,
  memoryMaintainCommand,
  memoryFindingsCommand,
  memoryDecideCommand,
  ...glossaryCommands,
  gazetteerImportCommand,
  gazetteerListCommand,
  gazetteerExportCommand,
  gazetteerRemoveCommand,
  trainCommand,
  doctorCommand,
];
