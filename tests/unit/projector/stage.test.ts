// The stage: its size on any screen, when it may move, what its address means, and that its themes can be read.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { screenOf } from '../../../renderer/projector/address.ts';
import { motionBetween } from '../../../renderer/projector/motion.ts';
import { stageSize } from '../../../renderer/projector/stageSize.ts';
import type { Picture, WallView } from '../../../shared/meeting/views.ts';
import { wallEn } from '../../../shared/text/en/wall.ts';
import { wallZh } from '../../../shared/text/zh/wall.ts';

const view = (picture: Picture, step: number, mode: WallView['mode'] = 'live'): WallView => ({ mode, step, picture, theme: 'ocean', marking: '', sample: false, language: 'zh' });
const ranking = (title = '名次'): Picture => ({ scene: 'ranking', title, of: 3, rows: [], newest: [], complete: false });
const next = (name: string): Picture => ({ scene: 'next', order: 1, of: 2, name, speaker: '' });
const cover: Picture = { scene: 'cover', title: '书记擂台', subtitle: '' };

describe('the stage', () => {
  test('is 1080 high and 1440 to 2160 wide, scaled once to fill the screen', () => {
    expect(stageSize({ width: 1920, height: 1080 })).toEqual({ width: 1920, scale: 1, left: 0, top: 0 });
    expect(stageSize({ width: 1024, height: 768 }).width).toBe(1440);
    expect(stageSize({ width: 3840, height: 2160 })).toMatchObject({ width: 1920, scale: 2 });
    expect(stageSize({ width: 2160, height: 1080 })).toMatchObject({ width: 2160, left: 0, top: 0 });
  });

  test('beyond 4:3 and 2:1 it keeps its shape between bars', () => {
    expect(stageSize({ width: 3000, height: 1000 })).toMatchObject({ width: 2160, top: 0, left: 500 });
    const tall = stageSize({ width: 1280, height: 1024 });
    expect([tall.width, Math.round(tall.top)]).toEqual([1440, 32]);
  });
});

describe('motion', () => {
  test('is for one step ahead of the same subject, live to live', () => {
    expect(motionBetween(view(ranking(), 3), view(ranking(), 4))).toBe('step');
    expect(motionBetween(view(ranking(), 3), view(ranking(), 3))).toBe('none');
    expect(motionBetween(view(ranking(), 3), view(ranking(), 5))).toBe('none');
    expect(motionBetween(view(ranking(), 4), view(ranking(), 3))).toBe('none');
    expect(motionBetween(null, view(ranking(), 1))).toBe('none');
    expect(motionBetween(view(ranking(), 3, 'frozen'), view(ranking(), 4))).toBe('none');
    expect(motionBetween(view(ranking(), 3, 'blank'), view(ranking(), 4))).toBe('none');
  });

  test('another scene or another contestant fades in; a blank wall is blank at once', () => {
    expect(motionBetween(view(cover, 0), view(next('甲区'), 0))).toBe('scene');
    expect(motionBetween(view(next('甲区'), 0), view(next('乙区'), 1))).toBe('scene');
    expect(motionBetween(view(next('甲区'), 0), view({ scene: 'blank' }, 0))).toBe('none');
  });
});

describe('the address', () => {
  test('gives the token and the output, and nothing without a token', () => {
    expect(screenOf('#t=a%2Fb')).toEqual({ token: 'a/b', output: 'main' });
    expect(screenOf('#t=ab&output=timer')).toEqual({ token: 'ab', output: 'timer' });
    expect([screenOf(''), screenOf('#t='), screenOf('#output=timer')]).toEqual([null, null, null]);
  });
});

describe('themes and words', () => {
  const styles = ['stage.css', 'scenes.css', 'scenes/testCard.css'].map((file) => readFileSync(new URL(`../../../renderer/projector/${file}`, import.meta.url), 'utf8'));
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string): number => {
    const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };

  test('every text colour stands at 7:1 or more on the ground and on a raised row', () => {
    const blocks = [...(styles[0] ?? '').matchAll(/data-theme='(\w+)'\] \{([^}]*)\}/g)];
    expect(blocks.map((block) => block[1])).toEqual(['cinnabar', 'ocean', 'daylight']);
    for (const block of blocks) {
      const colours = Object.fromEntries([...(block[2] ?? '').matchAll(/--(\w+): (#\w{6})/g)].map((match) => [match[1], match[2]]));
      for (const text of ['ink', 'soft', 'accent']) {
        for (const ground of ['ground', 'raised']) expect([block[1], text, ground, contrast(colours[text] ?? '', colours[ground] ?? '') >= 7]).toEqual([block[1], text, ground, true]);
      }
    }
  });

  test('no style sets letters under 38 px, a border under 3 px, or a rule outside the stage', () => {
    for (const style of styles) {
      for (const [, size] of style.matchAll(/font-size: ([\d.]+)px/g)) expect(Number(size)).toBeGreaterThanOrEqual(38);
      for (const [, width] of style.matchAll(/border[\w-]*: ([\d.]+)px/g)) expect(Number(width)).toBeGreaterThanOrEqual(3);
      const rules = style.replace(/\/\*[^]*?\*\//g, '').matchAll(/([^{}]+)\{/g);
      for (const [, selectors = ''] of rules) for (const selector of selectors.split(',')) expect(selector.trim()).toMatch(/^\.leitai-stage/);
    }
  });

  test('both dictionaries have the same words with the same places for figures', () => {
    const places = (words: Readonly<Record<string, string>>): unknown => Object.fromEntries(Object.entries(words).map(([key, text]) => [key, [...text.matchAll(/\{\w+\}/g)].map(String).sort()]));
    expect(places(wallEn)).toEqual(places(wallZh));
  });
});
