import type { RequestHandler } from 'express';
import helmet from 'helmet';

type Directives = Readonly<Record<string, readonly string[]>>;

/**
 * The security headers of every answer; `directives` replaces the content policy of one page. That browsers must come by https
 * (`upgrade-insecure-requests`, Strict-Transport-Security) is only said where the shop is reached by https: on plain http it would keep
 * them from loading the page's own scripts and styles.
 */
export function securityHeaders(publicUrl: string, directives?: Directives): RequestHandler {
  const secure = publicUrl.startsWith('https:');
  return helmet({
    strictTransportSecurity: secure,
    contentSecurityPolicy: directives
      ? { useDefaults: false, directives: { ...directives } }
      : { useDefaults: true, directives: secure ? {} : { upgradeInsecureRequests: null } },
  });
}
