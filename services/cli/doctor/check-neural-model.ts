import { findNeuralModel, importNeuralPackage } from '../../../config/neural-model.ts';
import { checking, type Finding } from './finding.ts';

/** The neural model, where one is configured: its folder is complete, and the package that runs it is there. */
export async function checkNeuralModel(folder: string | undefined): Promise<Finding> {
  if (folder === undefined) {
    return {
      check: 'neural model',
      result: 'note',
      text: 'none configured: names are read by the taggers that ship',
    };
  }
  return checking('neural model', 'see POLYWIRE_NEURAL_MODEL in the README', async () => {
    const { dtype } = findNeuralModel(folder);
    await importNeuralPackage(folder);
    return { result: 'ok', text: `${folder} (${dtype}) can be loaded` };
  });
}
