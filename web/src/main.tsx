import './trusted';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { client } from './api/client';
import { router } from './routes';
import { useLanguage } from './words/language';
import { tagOf } from './words/tongue';
import '../../src/platform/look/look.css';
import './style/tokens.css';
import './style/base.css';

function Console() {
  return (
    <I18nProvider locale={tagOf(useLanguage())}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <Console />
  </StrictMode>,
);
