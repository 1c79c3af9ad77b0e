// Stand-in for Teracent: picks the advertisement by what the browser was seen doing. Its answer carried Teracent's cookie.
(function () {
  'use strict';
  document.dispatchEvent(new CustomEvent('stand-in', { detail: { id: 'teracent', text: 'sent a third-party cookie, imp' } }));
})();
