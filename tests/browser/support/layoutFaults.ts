// Runs inside the page: what is wrong with the wall as laid out, as sentences. It measures boxes and letters; it judges no taste.

/** Everything it needs stands inside, because the function itself travels to the page. Where only colours changed, only they are looked at. */
export const layoutFaults = (only: string): readonly string[] => {
  const faults: string[] = [];
  const canvas = document.querySelector('.ls-canvas');
  if (!(canvas instanceof HTMLElement)) return ['no stage'];
  const stage = canvas.getBoundingClientRect();
  const scale = stage.height / 1080;
  interface Letters { readonly element: Element; readonly text: string; readonly left: number; readonly right: number; readonly top: number; readonly bottom: number; readonly size: number }

  const shown = (element: Element): boolean => element.closest('.ls-measured') === null && getComputedStyle(element).visibility !== 'hidden';
  // The boxes of the letters themselves: a font's own line is taller than what it draws.
  const lettersOf = (element: Element): readonly Letters[] =>
    [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '').flatMap((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const size = parseFloat(getComputedStyle(element).fontSize);
      return [...range.getClientRects()].filter((rect) => rect.width > 0).map((rect) => {
        const middle = (rect.top + rect.bottom) / 2;
        const half = (size * scale) / 2;
        return { element, text: (node.textContent ?? '').trim(), left: rect.left, right: rect.right, top: middle - half, bottom: middle + half, size };
      });
    });
  const all = [...canvas.querySelectorAll('*')].filter(shown).flatMap(lettersOf);

  const within = (box: Letters, share: number): boolean => {
    const [x, y] = [stage.width * share, stage.height * share];
    return box.left >= stage.left + x - 1 && box.right <= stage.right - x + 1 && box.top >= stage.top + y - 1 && box.bottom <= stage.bottom - y + 1;
  };
  const figures = '.ls-rank, .ls-row-total, .ls-mark-text, .ls-total, .ls-timer-digits, .ls-count, .ls-panel-mean, .ls-panel-weight, .ls-order-number, .ls-order, .ls-next-order, .ls-heading-page, .ls-award-total, .ls-code-group';
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
      const value = Number(part) / 255;
      return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = (element: Element | null): string => {
    if (element === null) return 'rgb(0, 0, 0)';
    const colour = getComputedStyle(element).backgroundColor;
    return colour === 'rgba(0, 0, 0, 0)' ? ground(element.parentElement) : colour;
  };
  const contrast = (element: Element): number => {
    const [a, b] = [luminance(getComputedStyle(element).color), luminance(ground(element))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };

  if (only === 'colours') return [...new Set(all.filter((box) => contrast(box.element) < 7).map((box) => `“${box.text.slice(0, 30)}” has contrast ${contrast(box.element).toFixed(1)}`))];
  for (const box of all) {
    const where = `“${box.text.slice(0, 30)}”`;
    if (!within(box, box.element.closest(figures) === null ? 0.05 : 0.1)) faults.push(`${where} leaves the safe area`);
    if (box.size / 1080 < 0.035) faults.push(`${where} is ${box.size} px of 1080`);
    if (contrast(box.element) < 7) faults.push(`${where} has contrast ${contrast(box.element).toFixed(1)}`);
    if (/undefined|null|NaN|\{\w+\}/.test(box.text)) faults.push(`${where} is no text for a wall`);
    const holder = box.element.closest('.ls-fit')?.getBoundingClientRect();
    if (holder !== undefined && (box.left < holder.left - 1 || box.right > holder.right + 1 || box.top < holder.top - 1 || box.bottom > holder.bottom + 1)) faults.push(`${where} leaves its place`);
  }
  all.forEach((one, index) => {
    for (const other of all.slice(index + 1)) {
      const overlaps = Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
      if (overlaps && (one.element !== other.element || one.top !== other.top)) faults.push(`“${one.text.slice(0, 20)}” and “${other.text.slice(0, 20)}” overlap`);
    }
  });
  const foot = document.querySelector('.ls-foot')?.getBoundingClientRect();
  for (const row of canvas.querySelectorAll('.ls-row, .ls-award, .ls-lot-note, .ls-order-row, .ls-rules:not(.ls-measured) li, .ls-mark, .ls-panel, .ls-section, .ls-timer')) {
    const box = row.getBoundingClientRect();
    if (foot !== undefined && box.bottom > foot.top + 1) faults.push(`${row.className} reaches the foot`);
    if (box.left < stage.left + stage.width * 0.05 - 1 || box.right > stage.right - stage.width * 0.05 + 1) faults.push(`${row.className} is wider than the stage`);
  }
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth || page.scrollHeight > page.clientHeight) faults.push('the page scrolls');
  if (getComputedStyle(document.body).cursor !== 'none') faults.push('a cursor shows');
  return [...new Set(faults)];
};
