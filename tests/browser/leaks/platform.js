// What the browser itself has of sinks: run in a page whose first script kept the untouched Function.prototype.toString as `pristine`, ahead of
// the gate. A property is a sink by its looks: it reads back as a resolved address, or its name speaks of addresses, fetching, markup or code.
/** Answers [{name: "Interface.property", patched: bool}], sorted by name. Runs in the page. */
export function walk() {
  const { pristine } = globalThis;
  // The disguise can't reach a toString that was taken before it; a proxy has no name there.
  const isOurs = f => typeof f === 'function' && !new RegExp(`^\\s*(?:function|class) (?:get |set )?${f.name.replace(/^[gs]et |[^\w]/g, '') || '\\S'}`).test(pristine.call(f)) || typeof f === 'function' && !/\[native code\]/.test(pristine.call(f));
  const found = new Map();
  const note = (name, ...parts) => { found.set(name, found.get(name) || parts.some(isOurs)); };

  const doc = document.implementation.createHTMLDocument('');
  doc.head.append(Object.assign(doc.createElement('base'), { href: 'https://base.example/' }));
  const html = 'a abbr address applet area article aside audio b base basefont bdi bdo bgsound blockquote body br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fencedframe fieldset figcaption figure font footer form frame frameset geolocation h1 head header hgroup hr html i iframe image img input ins isindex kbd keygen label legend li link listing main map mark marquee menu menuitem meta meter model nav nobr noembed noframes noscript object ol optgroup option output p param permission picture plaintext portal pre progress q rp rt ruby s samp script search section select selectedcontent selectlist slot small source spacer span strike strong style sub summary sup table tbody td template textarea tfoot th thead time title tr track tt u ul usermedia var video wbr webview xmp'.split(' ');
  const svg = 'a animate animateColor animateMotion animateTransform circle clipPath cursor defs desc discard ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter font foreignObject g glyph glyphRef hatch image line linearGradient marker mask mesh meshgradient metadata missing-glyph mpath path pattern polygon polyline radialGradient rect script set solidcolor stop style svg switch symbol text textPath title tref tspan use view vkern'.split(' ');
  const addressLike = /src|href|ur[il]|action|ping|background|poster|^data$|icon|manifest|^cite$|profile|codebase|archive|longdesc|classid|usemap|import/i;
  const elements = [...html.map(name => doc.createElement(name)), ...svg.map(name => doc.createElementNS('http://www.w3.org/2000/svg', name)), doc.createElementNS('http://www.w3.org/1998/Math/MathML', 'math')];
  for (const element of elements) {
    for (let proto = Object.getPrototypeOf(element); proto && proto !== Node.prototype; proto = Object.getPrototypeOf(proto)) {
      for (const [key, d] of Object.entries(Object.getOwnPropertyDescriptors(proto))) {
        if (!d.get) continue;
        let reads = false;
        try {
          if (d.set && /^HTML|^SVG|^Math/.test(proto.constructor.name) && !/HTML$|^(?:inner|outer)|content|text/i.test(key)) { element[key] = 'assent-probe'; reads = element[key] === 'https://base.example/assent-probe'; }
          reads ||= addressLike.test(key) && (d.set ? typeof element[key] === 'string' : element[key]?.constructor?.name === 'SVGAnimatedString');
        } catch { /* refuses such a value */ }
        if (reads) note(`${proto.constructor.name}.${key}`, d.get, d.set);
      }
    }
  }

  const deedLike = /^(?:.*fetch.*|.*beacon.*|url|.*socket.*|eventsource|(?:shared)?worker|.*worklet|webtransport|importscripts|.*prerender.*|.*prefetch.*|navigate|addmodule|.*html(?:unsafe)?|.*fragment|domparser|parsefromstring|fontface|audio|mediametadata|notification|shownotification|xslt.*|transformto.*|importstylesheet|.*payment.*|.*peerconnection.*|setconfiguration|.*auction.*|.*interestgroup.*|register.*|open|open(?:window|database)|pushmanager|subscribe|write|writeln|submit|requestsubmit|click|execcommand|insert(?!cell|row|dtmf|debug).*|append(?:child|data|rule|medium)?|prepend|before|after|replace(?:with|child|children|data|sync)|movebefore|setattribute.*|setnameditem.*|adoptnode|importnode|clone(?:node|contents)|surroundcontents|addrule|csstext|(?:set)?keyframe.*|animate|setproperty|share|setitem|cookie|eval|function|settimeout|setinterval|createpolicy|presentationrequest|.*fromuri|add(?:all)?|report(?:event)?|load|image|.*tracker|getdirectory)$/i;
  const elsewhere = /^(?:GPU|HID|USB|XR|MIDI|WebGL|Array|Map|Set|Weak|Headers|FormData|URLSearchParams|String|Sync|Async|Disposable|Serial|IDBObjectStore|Highlight|CustomState|DataTransfer|DOMTokenList|EyeDropper|FileSystem|WritableStream|SVG(?:Length|Number|Point|String|Transform)List|HTML(?:Select|OptionsColl)|Finalization|ViewTransitionType|SourceBuffer|Media(?:Key|List)|CSSNumeric|Clipboard|Atomics|Reflect|LanguageModel)/;
  const members = (owner, label) => {
    for (const [key, d] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
      if (typeof d.value === 'function' && deedLike.test(key) && key !== 'constructor') note(`${label}${key}`, d.value);
      else if (d.set && deedLike.test(key)) note(`${label}${key}`, d.get, d.set);
    }
  };
  for (const name of Object.getOwnPropertyNames(window).sort()) {
    const d = Object.getOwnPropertyDescriptor(window, name);
    if (/^[A-Z]/.test(name) && !elsewhere.test(name) && typeof d.value === 'function' && d.value.prototype) {
      if (deedLike.test(name) && !/Event$/.test(name)) { try { Reflect.construct(Object, [], d.value); new d.value(); note(`new ${name}`, d.value); } catch (error) { if (!/illegal constructor/i.test(error.message)) note(`new ${name}`, d.value); } }
      members(d.value.prototype, `${name}.`);
      members(d.value, `${name}.static.`);
    }
  }
  for (const owner of [window, Window.prototype]) members(Object.fromEntries(Object.getOwnPropertyNames(owner).filter(name => /^[a-z]/.test(name) && !name.startsWith('on')).map(name => [name, Object.getOwnPropertyDescriptor(owner, name).value]).filter(([, value]) => typeof value === 'function')), 'window.');
  return [...found].map(([name, patched]) => ({ name, patched: !!patched })).sort((a, b) => a.name < b.name ? -1 : 1);
}
