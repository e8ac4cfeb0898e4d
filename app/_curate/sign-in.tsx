import type { View } from '@/lib/format/view';

/** Asks for the token; `back` is the page to come back to. */
export function SignIn({ view, back }: { view: View; back: string }) {
  const { t } = view;
  return (
    <form action="/curate/do" method="post" className="stacked">
      <input type="hidden" name="kind" value="sign-in" />
      <input type="hidden" name="back" value={back} />
      <p>
        <label htmlFor="curator">{t('curate.name')}</label>
        <input id="curator" name="curator" required maxLength={40} autoComplete="nickname" />
      </p>
      <p>
        <label htmlFor="token">{t('curate.token')}</label>
        <input id="token" name="token" type="password" required autoComplete="current-password" />
      </p>
      <p>
        <button type="submit">{t('curate.signIn')}</button>
      </p>
      <p className="quiet small">{t('curate.tokenNote')}</p>
    </form>
  );
}
