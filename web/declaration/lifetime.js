// How long, in words of the page's language, by Intl.
const UNITS = [['year', 31536000], ['month', 2629800], ['week', 604800], ['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];

/** A duration in at most two units: "2 years", "1 year, 1 month", "30 minutes". seconds: whole, from 1. */
export const duration = (seconds, lang) => {
  const parts = [];
  let rest = seconds;
  for (const [unit, length] of UNITS) {
    // A "6 months" of whole days must read as six months, not as five months and four weeks.
    const count = Math.floor((rest + length / 60) / length);
    if (!count || parts.length === 1 && unit === 'week') continue;
    parts.push(new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(count));
    rest -= count * length;
    if (parts.length === 2 || rest < length / 60) break;
  }
  return new Intl.ListFormat(lang, { type: 'unit', style: 'long' }).format(parts);
};

/** The lifetime of an entry of the declaration; labels: the declaration's. */
export const lifetime = ({ kind, seconds, renewed }, labels, lang) => {
  if (kind !== 'persistent') return labels[kind];
  const words = duration(seconds, lang);
  return renewed ? labels.renewed.replace('{lifetime}', words) : words;
};
