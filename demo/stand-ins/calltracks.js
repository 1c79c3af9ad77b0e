// Stand-in for CallTracks: gives the visitor an identifier, remembers where they came from, and shows a telephone number of its own,
// so that a call can be told from another. `?id=` is the customer's account.
(function () {
  'use strict';
  var me = new URL(document.currentScript.src);
  var id = me.searchParams.get('id') || '';
  var year = 365 * 86400;

  function say(text) { document.dispatchEvent(new CustomEvent('stand-in', { detail: { id: 'calltracks', text: text } })); }
  function read(name) { return (new RegExp('(?:^|; )' + name + '=([^;]*)').exec(document.cookie) || [])[1]; }
  function write(name, value) {
    document.cookie = name + '=' + value + '; path=/; max-age=' + year;
    say((read(name) ? 'wrote ' : 'could not write ') + name);
  }
  function random() {
    return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, function () { return Math.floor(Math.random() * 16).toString(16); });
  }

  say('ran');
  var guid = read('calltracksGuid' + id) || random();
  var source = document.referrer && new URL(document.referrer).host !== location.host ? new URL(document.referrer).host : 'direct';
  var number = '020 7946 ' + (1000 + parseInt(guid.slice(0, 4), 16) % 9000);
  write('calltracksGuid' + id, guid);
  write('calltracksData' + id, encodeURIComponent(JSON.stringify({ source: source, advert: '', shown: [number] })));

  function swap() {
    document.querySelectorAll('.telephone').forEach(function (link) {
      link.textContent = number;
      link.href = 'tel:' + number.replace(/ /g, '').replace(/^0/, '+44');
    });
    say('swapped the telephone number');
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', swap); else swap();

  new Image(1, 1).src = me.origin + '/visit?id=' + id + '&guid=' + guid + '&source=' + encodeURIComponent(source);
})();
