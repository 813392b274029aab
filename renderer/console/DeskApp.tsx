// The desk around its pages: language, antd, header, footer, lock and key list. It decides nothing about a session.
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, type ReactElement } from 'react';
import type { HomeView } from '../../shared/contract/home.ts';
import { useLinkStatus } from '../common/useView.ts';
import { HomePage } from './home/HomePage.tsx';
import { useHome } from './host.ts';
import { DeskFrame } from './kit/DeskFrame.tsx';
import { LockScreen } from './kit/LockScreen.tsx';
import { PaneGuard } from './kit/PaneGuard.tsx';
import { useIdleLock } from './kit/useIdleLock.ts';
import { LivePage } from './live/LivePage.tsx';
import { PaperPage } from './paper/PaperPage.tsx';
import { RegisterPage } from './register/RegisterPage.tsx';
import { ResultPage } from './result/ResultPage.tsx';
import { ReviewPage } from './review/ReviewPage.tsx';
import { fragmentOf, useRoute, type Route } from './route.ts';
import { SetupPage } from './setup/SetupPage.tsx';
import { deskTheme } from './theme.ts';
import { useWords, WordsContext, wordsOf } from './words.ts';

const Page = ({ route, home }: { readonly route: Route; readonly home: HomeView }): ReactElement => {
  switch (route.page) {
    case 'home': return <HomePage home={home} />;
    case 'register': return <RegisterPage tab={route.tab} />;
    case 'setup': return <SetupPage key={route.session} session={route.session} step={route.step} />;
    case 'live': return <LivePage key={route.session} session={route.session} home={home} />;
    case 'paper': return <PaperPage key={route.session} session={route.session} />;
    case 'review': return <ReviewPage key={route.session} session={route.session} />;
    case 'result': return <ResultPage key={route.session} session={route.session} />;
  }
};

const Waiting = (): ReactElement => {
  const words = useWords();
  const { closeCode } = useLinkStatus();
  // 4401: the host does not know this token (a page left over from an earlier start).
  return <main className="desk-waiting" role="status">{closeCode === 4401 ? words.shell.tokenOld : words.shell.connecting}</main>;
};

const Desk = ({ home }: { readonly home: HomeView | null }): ReactElement => {
  const { route } = useRoute();
  useIdleLock(home);
  if (home === null) return <Waiting />;
  if (home.deskLocked) return <LockScreen marking={home.settings.marking} />;
  return (
    <DeskFrame home={home} route={route}>
      <PaneGuard place={fragmentOf(route)}><Page route={route} home={home} /></PaneGuard>
    </DeskFrame>
  );
};

export const DeskApp = ({ nonce }: { readonly nonce: string }): ReactElement => {
  const home = useHome();
  const language = home?.settings.language ?? 'zh';
  useEffect(() => {
    document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  }, [language]);
  return (
    <WordsContext value={wordsOf[language]}>
      <ConfigProvider locale={language === 'en' ? enUS : zhCN} theme={deskTheme} componentSize="middle" button={{ autoInsertSpace: false }} {...(nonce === '' ? {} : { csp: { nonce } })}>
        <App className="desk-app" message={{ maxCount: 3 }}>
          <PaneGuard><Desk home={home} /></PaneGuard>
        </App>
      </ConfigProvider>
    </WordsContext>
  );
};
