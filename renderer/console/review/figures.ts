// How figures of the review are written: two places, a sign where it matters, percentages whole, the reason in words where there is none. It computes nothing.
import type { Counted, CountedEstimate, Gap } from '../../../shared/arena/judgeReviewShape.ts';
import { say } from '../../../shared/text/say.ts';
import type { Words } from '../words.ts';

type Review = Words['review'];

export const figure = (value: number): string => (Math.abs(value) < 0.005 ? '0.00' : value.toFixed(2)).replace('-', '−');
/** With its sign: above 0 and below 0 say opposite things. */
export const signed = (value: number): string => `${value >= 0.005 ? '+' : ''}${figure(value)}`;
export const percent = (share: number): string => `${Math.round(share * 100)}%`;

export const isGap = (value: Counted | CountedEstimate | Gap | { readonly figure: number }): value is Gap => value.figure === null;
/** Why a figure is not given. */
export const gapText = ({ gaps }: Review, { why, n }: Gap): string => say(gaps[why], { n });
/** A p-value as it is usually written; below one in a thousand it says no more. */
export const chance = (p: number): string => (p < 0.001 ? '<0.001' : p.toFixed(3));
