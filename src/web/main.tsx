import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { createRoot } from 'react-dom/client';
import { queryClient } from './app/query-client.ts';
import { router } from './app/router.tsx';
import { firstLanguage, LanguageProvider, useLanguage } from './language/context.tsx';
import './styles/index.css';

// Before anything is asked of the server: requests carry the language of the document.
const first = await firstLanguage();
document.documentElement.lang = first.language;

function App() {
  const { language } = useLanguage();
  return (
    <I18nProvider locale={language === 'de' ? 'de-DE' : 'en-GB'}>
      <RouterProvider router={router} />
    </I18nProvider>
  );
}

const host = document.getElementById('app');
if (host === null) throw new Error('index.html has no #app');
createRoot(host).render(
  <StrictMode>
    <LanguageProvider first={first}>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </LanguageProvider>
  </StrictMode>,
);
