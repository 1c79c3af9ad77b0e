// Words for durations on the static cookie page: the core has no locale, Intl has them all. They go in beside the built-in texts, as
// messages `duration.year` … with the language's plural forms.
const UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'];
const MOST = 200; // every language shows all its forms for whole numbers below that

const message = (language, unit) => {
  const rules = new Intl.PluralRules(language);
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
  const forms = {};
  for (let n = 0; n < MOST; n += 1) {
    forms[rules.select(n)] ??= format.formatToParts(n).map(({ type, value }) => (type === 'integer' ? '#' : value.replace(/'/g, "''"))).join('');
  }
  forms.other ??= forms.many; // where only fractions take it
  return `{n, plural, ${Object.entries(forms).map(([name, text]) => `${name} {${text}}`).join(' ')}}`;
};

/** `languages` ({tag: texts}) with the words for durations in `language`, if it or what it falls back to is among them. */
export const withDurations = (languages, language) => {
  const primary = language.replace(/-.*/, '');
  const known = Object.keys(languages).some(tag => tag === primary || tag.startsWith(`${primary}-`));
  if (!known || !Intl.NumberFormat.supportedLocalesOf(primary).length) return languages;
  const [tag] = Intl.getCanonicalLocales(language);
  return { ...languages, [tag]: { ...languages[tag], ...Object.fromEntries(UNITS.map(unit => [`duration.${unit}`, message(tag, unit)])) } };
};
