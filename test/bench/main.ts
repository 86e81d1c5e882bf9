import { UsageError } from './choose-measures.ts';
import { benchEntities } from './entities/entities.bench.ts';
import { evalEntities } from './entities/entities.eval.ts';
import { benchMemory } from './memory/memory.bench.ts';
import { evalMemory } from './memory/memory.eval.ts';
import { trainCaseModel } from './normalize/case-model/train-case-model.ts';
import { evalNormalize } from './normalize/normalize.eval.ts';
import { benchPipeline } from './pipeline.bench.ts';
import { benchRender } from './render/render.bench.ts';
import { evalRender } from './render/render.eval.ts';

/** Every area that can be measured, by command. A new area is a line here. */
const AREAS: Readonly<Record<string, Readonly<Record<string, (args: readonly string[]) => Promise<void>>>>> =
  {
    bench: { pipeline: benchPipeline, entities: benchEntities, memory: benchMemory, render: benchRender },
    eval: { normalize: evalNormalize, entities: evalEntities, memory: evalMemory, render: evalRender },
    train: { 'case-model': trainCaseModel },
  };

const [command = 'bench', area = '', ...args] = process.argv.slice(2);
const measure = AREAS[command]?.[area];
if (measure === undefined) {
  const known = Object.keys(AREAS[command] ?? {});
  console.error(
    known.length === 0
      ? `There is nothing to measure by "npm run ${command}" yet; see npm run bench -- pipeline`
      : `"${area}" is not an area of npm run ${command}: expected one of ${known.join(', ')}`,
  );
  process.exitCode = 2;
} else {
  try {
    await measure(args);
  } catch (error) {
    if (!(error instanceof UsageError)) {
      throw error;
    }
    console.error(error.message);
    process.exitCode = 2;
  }
}
