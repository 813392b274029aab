// What the host hands back from `import.preview`: the plan of shared/register with the fingerprint it stands on.
import type { PersonInput, UnitInput } from '../../../shared/register/commands.ts';
import type { ImportFault, ImportPlan } from '../../../shared/register/importTable.ts';

export type What = 'units' | 'people';
export interface Preview {
  readonly basis: string;
  readonly sourceHash: string;
  readonly rows: ImportPlan<UnitInput | PersonInput>['rows'];
  readonly errors: readonly ImportFault[];
  readonly changes: ImportPlan<unknown>['changes'];
  readonly skipped: number;
}
export type Source = { readonly from: 'paste'; readonly text: string } | { readonly from: 'file'; readonly name: string; readonly base64: string };

export const MOST_BYTES = 5 * 1024 * 1024;

/** The bytes of a file as base64, in parts small enough for `String.fromCharCode`. */
export const base64Of = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
};
