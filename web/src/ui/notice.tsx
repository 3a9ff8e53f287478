import type { ReactNode } from 'react';
import { CircleAlert, Info } from 'lucide-react';
import './notice.css';

/** One sentence that the page itself has to say. `wrong`: somebody must do something. */
export function Notice({ tone = 'plain', children }: { readonly tone?: 'plain' | 'wrong'; readonly children: ReactNode }) {
  const Sign = tone === 'wrong' ? CircleAlert : Info;
  return (
    <div className={`notice notice-${tone}`} role={tone === 'wrong' ? 'alert' : 'status'}>
      <Sign size={18} aria-hidden="true" />
      <div>{children}</div>
    </div>
  );
}
