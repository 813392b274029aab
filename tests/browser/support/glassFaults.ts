// Runs inside the judge's page: what is wrong with it on the glass, as sentences. Everything it needs stands inside, because the function travels.

export const glassFaults = (): readonly string[] => {
  const targets = Array.from(document.querySelectorAll('button, [role=spinbutton]'));
  const small = targets.filter((target) => target.getBoundingClientRect().height < 47.9 || target.getBoundingClientRect().width < 47.9).map((target) => `small: ${target.textContent ?? ''}`);
  const cut = targets.filter((target) => target.scrollWidth > target.clientWidth + 1).map((target) => `cut: ${target.textContent ?? ''}`);
  const unsaid = /undefined|null|NaN|\{\w+\}/.test(document.body.innerText) ? [`no text for a judge: ${document.body.innerText}`] : [];
  const channels = (colour: string): readonly number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = ([red = 0, green = 0, blue = 0]: readonly number[]): number => {
    const linear = [red, green, blue].map((value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
  };
  const ground = (element: Element | null): readonly number[] => {
    if (element === null) return [255, 255, 255];
    const colour = channels(getComputedStyle(element).backgroundColor);
    return colour[3] === 0 ? ground(element.parentElement) : colour;
  };
  const own = (element: Element): string => Array.from(element.childNodes).filter((node) => node.nodeType === 3).map((node) => node.textContent ?? '').join('').trim();
  const faint = Array.from(document.querySelectorAll('body *')).filter((element) => own(element) !== '' && element.closest(':disabled') === null).flatMap((element) => {
    const [a, b] = [light(channels(getComputedStyle(element).color)), light(ground(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    return ratio < 4.5 ? [`faint: ${own(element)} ${ratio.toFixed(2)}`] : [];
  });
  return [...small, ...cut, ...faint, ...unsaid, ...(document.documentElement.scrollWidth > innerWidth ? ['sideways'] : [])];
};
