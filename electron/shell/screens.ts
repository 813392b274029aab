// Which display the wall belongs on. Pure; the rule is the same for Electron and for the browser shell.

/** A display in the coordinates of the desktop. */
export interface ScreenBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly primary: boolean;
  /** The laptop's own panel, where the system says so. */
  readonly internal: boolean;
}

export interface Point {
  readonly left: number;
  readonly top: number;
}

/**
 * Never the operator's display when there is another: an external one first, then any that is not the primary one.
 * Example: laptop panel (operator) and HDMI → HDMI. One display only (also a mirrored pair) → undefined.
 */
export function projectorScreen(screens: readonly ScreenBox[], operator: Point | undefined): ScreenBox | undefined {
  const operators = screens.find((screen) => operator !== undefined && contains(screen, operator)) ?? screens.find((screen) => screen.primary) ?? screens[0];
  const others = screens.filter((screen) => screen !== operators);
  return others.find((screen) => !screen.internal && !screen.primary) ?? others.find((screen) => !screen.internal) ?? others[0];
}

export function centreOf(box: Pick<ScreenBox, 'left' | 'top' | 'width' | 'height'>): Point {
  return { left: box.left + box.width / 2, top: box.top + box.height / 2 };
}

export function contains(screen: ScreenBox, point: Point): boolean {
  const across = point.left >= screen.left && point.left < screen.left + screen.width;
  return across && point.top >= screen.top && point.top < screen.top + screen.height;
}
