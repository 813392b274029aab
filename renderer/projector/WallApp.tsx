// The wall's window: the stage at full size. Until the first view comes, and whatever happens to the connection, it says nothing.
import type { ReactNode } from 'react';
import type { WallView } from '../../shared/meeting/views.ts';
import { useLink, useView } from '../common/useView.ts';
import { Stage } from './Stage.tsx';
import { useWindowSize } from './useWindowSize.ts';

export const WallApp = (): ReactNode => {
  const link = useLink();
  const { data } = useView<WallView>('wall');
  const size = useWindowSize();
  return data === null ? null : <Stage view={data} width={size.width} height={size.height} now={() => link.hostNow()} />;
};
