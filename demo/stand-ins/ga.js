// Stand-in for Google Analytics' ga.js: takes the commands queued in _gaq, keeps the four __utm cookies, sends a hit as a pixel.
(function () {
  'use strict';
  var MINUTE = 60, DAY = 86400, YEAR = 365 * DAY;
  var base = document.currentScript.src.replace(/\/ga\.js.*$/, '');
  var settings = { account: '', domain: 'auto', session: 30 * MINUTE, visitor: 2 * YEAR, campaign: 182 * DAY };
  var said = [];

  function say(text) {
    said.push(text);
    document.dispatchEvent(new CustomEvent('stand-in', { detail: { id: 'ga', text: text } }));
  }

  function domain() {
    if (settings.domain === 'none' || /^[\d.]+$/.test(location.hostname) || location.hostname.indexOf('.') < 0) return '';
    return settings.domain === 'auto' ? '.' + location.hostname.replace(/^www\./, '') : settings.domain;
  }

  /** @param {number} seconds 0: until the browser closes */
  function write(name, value, seconds) {
    document.cookie = name + '=' + value + '; path=/' + (domain() ? '; domain=' + domain() : '') +
      (seconds ? '; expires=' + new Date(Date.now() + seconds * 1000).toUTCString() : '');
    var kept = document.cookie.indexOf(name + '=') >= 0;
    say((kept ? 'wrote ' : 'could not write ') + name + ' (' + words(seconds) + ')');
  }

  function words(seconds) {
    if (!seconds) return 'session';
    if (seconds >= YEAR) return Math.round(seconds / YEAR) + ' years';
    if (seconds >= 30 * DAY) return Math.round(seconds / (30.4 * DAY)) + ' months';
    return Math.round(seconds / MINUTE) + ' minutes';
  }

  function read(name) {
    var found = new RegExp('(?:^|; )' + name + '=([^;]*)').exec(document.cookie);
    return found ? found[1].split('.') : null;
  }

  function hash(text) {
    for (var h = 0, i = text.length - 1; i >= 0; i--) h = ((h << 6) & 0xfffffff) + text.charCodeAt(i) + (text.charCodeAt(i) << 14);
    return h || 1;
  }

  function trackPageview(path) {
    var now = Math.floor(Date.now() / 1000), site = hash(domain() || location.hostname);
    var a = read('__utma'), b = read('__utmb'), z = read('__utmz');
    if (!a) a = [site, Math.floor(Math.random() * 0x7fffffff), now, now, now, 1];
    else if (!b) a = [a[0], a[1], a[2], a[4], now, Number(a[5]) + 1]; // a new session
    write('__utma', a.join('.'), settings.visitor);
    write('__utmb', [site, b ? Number(b[1]) + 1 : 1, 10, now].join('.'), settings.session);
    write('__utmc', site, 0);
    write('__utmz', z ? z.join('.') : [site, now, 1, 1, 'utmcsr=(direct)|utmccn=(direct)|utmcmd=(none)'].join('.'), settings.campaign);

    var hit = new Image(1, 1);
    hit.onload = function () { say('sent a hit'); };
    hit.src = base + '/__utm.gif?utmwv=5.7.2&utmn=' + Math.floor(Math.random() * 0x7fffffff) + '&utmhn=' + encodeURIComponent(location.hostname) +
      '&utmdt=' + encodeURIComponent(document.title) + '&utmp=' + encodeURIComponent(path || location.pathname) + '&utmac=' + settings.account +
      '&utmcc=' + encodeURIComponent('__utma=' + a.join('.') + ';');
  }

  var commands = {
    _setAccount: function (account) { settings.account = account; },
    _setDomainName: function (name) { settings.domain = name; },
    _setSessionCookieTimeout: function (ms) { settings.session = Math.round(ms / 1000); },
    _setVisitorCookieTimeout: function (ms) { settings.visitor = Math.round(ms / 1000); },
    _setCampaignCookieTimeout: function (ms) { settings.campaign = Math.round(ms / 1000); },
    _trackPageview: trackPageview,
  };

  function push() {
    for (var i = 0; i < arguments.length; i++) {
      var command = arguments[i];
      if (typeof command === 'function') command();
      else if (commands[command[0]]) commands[command[0]].apply(null, command.slice(1));
    }
  }

  say('ran');
  var queue = window._gaq || [];
  window._gaq = { push: push };
  push.apply(null, queue);
})();
