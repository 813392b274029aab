// What every printed document keeps to: names are text, no script, nothing from outside, one nonce, the marking on every page.
import { describe, expect, test } from 'vitest';
import { cssString, escapeText, html } from '../../../electron/documents/print/markup.ts';
import type { Rules } from '../../../shared/arena/rules.ts';
import { aSession, everything, twoPanels } from './aSession.ts';
import { allSheets, SECRET, someCards, wordsOf } from './sheets.ts';

const HOSTILE = `<img src=x onerror="alert(1)">&'{{nonce}}`;
const hostile = aSession({ units: 3, judgesPerPanel: 5, scored: 3, rules: { ...twoPanels, panels: twoPanels.panels.map((panel) => ({ ...panel, name: `<b>${panel.id}` })) }, names: (at) => `${HOSTILE}${at}`, title: HOSTILE });
const named = <T extends { readonly name: string }>(list: readonly T[]): T[] => list.map((each) => ({ ...each, name: `<b>A<${each.name}` }));
/** Every name that an organiser types into the rules, as a hostile one. */
const rules: Rules = {
  ...everything, panels: named(everything.panels), parts: named(everything.parts), adjustments: named(everything.adjustments), awards: { ...everything.awards, tiers: named(everything.awards.tiers) },
  forms: named(everything.forms).map((form) => (form.kind === 'score' ? { ...form, criteria: named(form.criteria) } : form.kind === 'grade' ? { ...form, grades: named(form.grades) } : form)),
};
const all = aSession({ units: 3, judgesPerPanel: 5, scored: 3, rules, names: (at) => `${HOSTILE}${at}`, title: HOSTILE });
const MARKING = '秘</style><script>"\\';
const renamed = Object.fromEntries(Object.entries(allSheets(all, MARKING)).map(([name, document]) => [`${name} of every kind of panel`, document]));
const documents = { ...allSheets(hostile, MARKING), ...renamed };

describe('every printed document', () => {
  test.each(Object.entries(documents))('%s writes names, panels and titles as text, never as markup', (name, document) => {
    expect(document.match(/<img|<b>[AB]<|<script/g)).toBeNull();
    expect(document.includes(name.startsWith('cards') ? '王建国' : escapeText(HOSTILE))).toBe(true);
  });

  test.each(Object.entries(documents))('%s holds no script, no inline style, no outside resource, and one nonce to fill in', (_, document) => {
    const tags = (document.match(/<[^>]*>/g) ?? []).filter((tag) => /^<script|\s(style|src|href|on\w+)=/.test(tag));
    expect([...tags, ...(document.match(/url\(|@import/g) ?? [])]).toEqual([]);
    expect(document.split('{{nonce}}')).toHaveLength(2);
    expect(document.split('</style>')).toHaveLength(2);
  });

  test.each(Object.entries(documents))('%s says at once that it is ready to print', (_, document) => {
    expect(document.slice(0, 80)).toMatch(/^<!doctype html>\n<html lang="zh-CN" data-ready="true">/);
  });

  test.each(Object.entries(allSheets(hostile)))('%s carries the default marking when none is given', (_, document) => {
    expect(document.includes('内部资料 注意保存')).toBe(true);
  });

  test.each(Object.entries(documents))('%s leaves no template unfilled', (_, document) => {
    expect(wordsOf(document).replaceAll('&#123;&#123;nonce&#125;&#125;', '').match(/\{\w+\}|undefined|&#123;.{20}/g)).toBeNull();
  });
});

test('a seat card says its secret in the code only, never in words', () => {
  expect(someCards(['王建国'])).not.toContain(SECRET.slice(0, 8));
});

test('markup escapes strings, keeps markup and joins lists', () => {
  expect(html`<i>${'<'}${[html`<b>`, '&']}${null}${3}</i>`.markup).toBe('<i>&lt;<b>&amp;3</i>');
});

test('a text becomes a CSS string that cannot end early', () => {
  expect(cssString('秘"\\</style>')).toBe('"秘\\22 \\5c \\3c \\2f style\\3e "');
});
