// What a visitor loads stays within its budget. The table is printed either way.
import test from 'node:test';
import assert from 'node:assert/strict';
import { sizes, table } from '../../web/build/sizes.js';

const all = await sizes();
console.log(table(all));
for (const { what, bytes, limit } of all.filter(row => row.limit)) {
  test(what, () => assert.ok(bytes <= limit, `${bytes} bytes after brotli, ${bytes - limit} more than the limit`));
}
