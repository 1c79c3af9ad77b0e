// The core's effects on the page, one table, nothing decided here (docs/waist.md, outcome).
import * as N from '../gate/platform.js';
import { sweep } from './erase.js';
import { reloadKeepingState } from './reload.js';
import { tellTabs } from './tabs.js';

/** What carries out an effect. withUI(fn), hide(), release(), publish(name), failed(code, message), cookies(): of the page. */
export const makeEffects = ({ withUI, hide, release, publish, failed, cookies }) => {
  const deeds = {
    'write-cookie'({ cookie }) {
      N.setCookie(document, cookie);
      if (!cookies().includes(cookie.split(';')[0])) failed('cookies-disabled', 'The choice holds for this page only.');
      tellTabs();
    },
    hide, sweep, release,
    show: ({ view }) => withUI(ui => ui.show(view)),
    publish: ({ event }) => publish(event),
    status: ({ key }) => withUI(ui => ui.status(key)),
    reload({ why }) { if (why === 'accept') reloadKeepingState(); },
  };
  return effect => deeds[effect.do](effect);
};
