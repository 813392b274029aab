// Runs dependency-cruiser with the house's own rules over any tree. It holds no rule itself.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';

interface Layers {
  readonly forbidden: readonly { readonly name: string }[];
  readonly options: ICruiseOptions;
}

export const repository = join(import.meta.dirname, '../..');
export const sourceFolders = ['electron', 'renderer', 'shared'] as const;

const layers = createRequire(import.meta.url)(join(repository, '.dependency-cruiser.cjs')) as Layers;

/** The names of all rules of the house. */
export const ruleNames: readonly string[] = layers.forbidden.map((rule) => rule.name);

/** Reads the three source folders under `baseDir` and checks every import against the rules. */
export const cruiseTree = async (baseDir: string): Promise<ICruiseResult> => {
  const { options, forbidden } = layers;
  const { enhancedResolveOptions, ...cruiseOptions } = options;
  const { output } = await cruise(
    [...sourceFolders],
    { ...cruiseOptions, baseDir, ruleSet: { forbidden: [...forbidden] } as IFlattenedRuleSet, validate: true },
    enhancedResolveOptions ?? {},
  );
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text');
  return output;
};
