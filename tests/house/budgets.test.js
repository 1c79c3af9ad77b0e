// What a visitor loads stays within its budget. The table is printed either way.
import test from 'node:test';
import assert from 'node:assert/strict';
import { sizes, table } from '../../web/build/sizes.js';

console.log(table());
for (const { what, bytes, limit } of sizes()) {
  test(what, () => {
    assert.ok(bytes > 0, 'it was not built');
    if (limit !== null) assert.ok(bytes <= limit, `${bytes} bytes after brotli, ${bytes - limit} more than the limit`);
  });
}
