// The waist's texts (docs/waist.md) as far as every host writes and reads them alike: pages, workers, Node.
const VERDICTS = 'allow hold drop'.split(' ');
const REASONS = 'none first-party local exempt granted refused not-asked unclassified unparsable no-policy undeclared own-record unknown-id objected unobjected'.split(' ');

/** `decide`'s packed answer in words; policy: view("policy"), for the ids. */
export const unpack = (packed, policy) => ({
  verdict: VERDICTS[packed & 3], reason: REASONS[packed >> 2 & 31],
  category: policy?.categories[(packed >> 7 & 255) - 1]?.id || '', service: policy?.services[(packed >>> 15 & 65535) - 1]?.id || '',
});

/** {key: value} as flat text; a line break in a value would end it early, so it becomes a blank. */
export const lines = values => Object.entries(values).map(([key, value]) => `${key}=${String(value).replace(/\n/g, ' ')}`).join('\n');

/**
 * A choice as the page gives it, {id: boolean} or {categories, services}, as the lines of `save`. state: the core's, for the ids.
 * Throws a RangeError for an id that is neither.
 */
export const choiceLines = (choices = {}, state) => {
  const { categories = {}, services = {} } = choices.categories || choices.services ? choices : { categories: choices };
  const chosen = {}, service = { service: state.services };
  for (const [given, kinds] of [[categories, { category: state.categories, ...service }], [services, service]]) for (const [id, on] of Object.entries(given)) {
    const kind = Object.keys(kinds).find(one => id in kinds[one]);
    if (!kind) throw new RangeError(`assent.save: no ${Object.keys(kinds).join(' or ')} "${id}"`);
    chosen[`${kind}.${id}`] = on ? 1 : 0;
  }
  return chosen;
};
