// Fills a sentence template: `say('第 {n} 位', {n: 3})` → 第 3 位. A missing figure stays visible as {n}, so that tests catch it.

export type Figures = Readonly<Record<string, string | number>>;
export const say = (template: string, figures: Figures = {}): string =>
  template.replace(/\{(\w+)\}/g, (whole, key: string) => (key in figures ? String(figures[key]) : whole));
