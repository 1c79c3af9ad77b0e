// The core's effects on the page, one switch, nothing decided here (docs/waist.md, outcome).
import * as N from '../gate/platform.js';
import { sweep } from './erase.js';
import { reloadKeepingState } from './reload.js';
import { tellTabs } from './tabs.js';

/** page: {withUI(fn), hide(), release(), publish(name), failed(code, message), cookies()}. */
export const makeEffects = page => effect => {
  switch (effect.do) {
    case 'write-cookie':
      N.setCookie(document, effect.cookie);
      if (!page.cookies().includes(effect.cookie.split(';')[0])) page.failed('cookies-disabled', 'The choice holds for this page only.');
      tellTabs();
      break;
    case 'hide': page.hide(); break;
    case 'show': page.withUI(ui => ui.show(effect.view)); break;
    case 'sweep': sweep(); break;
    case 'release': page.release(); break;
    case 'publish': page.publish(effect.event); break;
    case 'status': page.withUI(ui => ui.status(effect.key)); break;
    case 'reload': if (effect.why === 'accept') reloadKeepingState(); break;
  }
};
