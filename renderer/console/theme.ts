// The desk's antd theme: ink, one deep red, small radii, compact. It sets no layout; console.css does.
import type { ThemeConfig } from 'antd';

export const RED = '#9e2a2b';

export const deskTheme: ThemeConfig = {
  token: {
    colorPrimary: RED, colorInfo: '#3a4a5c', colorLink: RED, colorError: '#b3261e', colorSuccess: '#2f6b4f', colorWarning: '#9a6700',
    colorText: '#1d2129', colorTextSecondary: '#5a626e', colorBorder: '#cfd4da', colorBorderSecondary: '#e4e7eb', colorBgLayout: '#f2f3f5',
    borderRadius: 3, fontSize: 14, controlHeight: 32, wireframe: false, motion: false, colorTextDisabled: '#848c97', colorBgContainerDisabled: '#f5f6f7', controlItemBgActive: '#f7eeee', controlItemBgActiveHover: '#f3e4e4',
    fontFamily: '"Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei","PingFang SC",system-ui,sans-serif',
  },
  components: {
    Table: { headerBg: '#f2f3f5', cellPaddingBlockSM: 6, cellPaddingInlineSM: 8, rowSelectedBg: '#ffffff', rowSelectedHoverBg: '#f7f8f9' },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Modal: { titleFontSize: 17 },
  },
};
