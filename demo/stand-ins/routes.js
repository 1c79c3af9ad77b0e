// Who the stand-ins are and what each answers. They behave as the services they stand for did on pages of their time: same cookie names,
// same lifetimes, same hits; only the hosts are made up. Third-party cookies need SameSite=None and Secure, which browsers grant to *.localhost.
import { randomBytes } from 'node:crypto';

const pixel = { type: 'image/gif', body: Buffer.from('R0lGODlhAQABAIAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64') };
const thirdParty = (name, seconds) => `${name}=${randomBytes(8).toString('hex')}; Path=/; Max-Age=${seconds}; SameSite=None; Secure`;
const days = 86400;

// DoubleClick's DART cookie and Teracent's recognise a browser on every site that shows their advertisements.
const dart = () => [thirdParty('id', 730 * days)];
const teracent = () => [thirdParty('imp', 180 * days)];

/** host -> routes; a path that ends in `*` is a prefix. `set()` gives the Set-Cookie lines. */
export const standIns = {
  'ga.localhost': [
    { path: '/ga.js', file: 'ga.js' },
    { path: '/__utm.gif', ...pixel },
  ],
  'calltracks.localhost': [
    { path: '/calltracks.js', file: 'calltracks.js' },
    { path: '/visit', ...pixel },
  ],
  'doubleclick.localhost': [
    { path: '/remarketing.js', file: 'doubleclick.js', set: dart },
    { path: '/viewthroughconversion/*', ...pixel, set: dart },
    { path: '/activity.gif', ...pixel, set: dart },
    { path: '/advertisement.html', file: 'advertisement.html', set: dart },
  ],
  'teracent.localhost': [
    { path: '/tase.js', file: 'teracent.js', set: teracent },
    { path: '/tase/pixel.gif', ...pixel, set: teracent },
  ],
  'social.localhost': [
    { path: '/plugin.js', file: 'social.js' },
    { path: '/post/*', file: 'post.html', set: () => [thirdParty('reader', 365 * days)] },
    { path: '/share/count.json', type: 'application/json', body: '{"shares":128}' },
  ],
};
