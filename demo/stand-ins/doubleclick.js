// Stand-in for DoubleClick's remarketing tag: puts this browser on the list named by google_conversion_id. Its answer carried the DART cookie.
(function () {
  'use strict';
  var base = new URL(document.currentScript.src).origin;
  function say(text) { document.dispatchEvent(new CustomEvent('stand-in', { detail: { id: 'doubleclick', text: text } })); }
  say('sent a third-party cookie, id');
  var list = new Image(1, 1);
  list.onload = list.onerror = function () { say('put this browser on remarketing list ' + window.google_conversion_id); };
  list.src = base + '/viewthroughconversion/' + window.google_conversion_id + '/?url=' + encodeURIComponent(location.href);
})();
