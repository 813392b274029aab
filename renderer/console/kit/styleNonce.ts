// Some of antd's helpers (scroll lock, scroll-bar measuring) make <style> elements without the page's nonce, which the policy then refuses.
// Every <style> this page makes gets the nonce; nothing else about elements changes.

export const giveStylesTheNonce = (nonce: string): void => {
  if (nonce === '') return;
  const make = document.createElement.bind(document);
  document.createElement = ((name: string, options?: ElementCreationOptions): HTMLElement => {
    const element = make(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  }) as typeof document.createElement;
};
