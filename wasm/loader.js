// Embind's JavaScript half, as far as our two modules go: free functions over strings, bytes and ints (types.cpp). The glue that emcc writes
// serves everything Embind can do and costs a visitor 5.5 KB; this does it in a tenth of that, at once, and without making code from text.
const encoder = new TextEncoder(), decoder = new TextDecoder();

/**
 * Links a module. instantiate(imports) -> its exports, at once. Answers an object with the module's functions by their Embind names:
 * a string parameter takes text or a Uint8Array; a string result is text, or bytes for the names in `raw`. A trap inside the module is
 * thrown as it comes; after one the module must not be used any more.
 */
export const link = (instantiate, raw = []) => {
  const functions = {}, strings = new Set();
  let wasm;
  // Made anew for each look: the memory may have grown.
  const bytes = () => new Uint8Array(wasm.memory.buffer), words = () => new Uint32Array(wasm.memory.buffer);

  // A std::string on the wire is its length (32 bits) and its bytes, allocated by the sender and freed on our side (emscripten/wire.h).
  const send = value => {
    const data = value instanceof Uint8Array ? value : encoder.encode(value);
    const at = wasm.malloc(4 + data.length);
    words()[at >> 2] = data.length;
    bytes().set(data, at + 4);
    return at;
  };
  const receive = (at, asBytes) => {
    const data = bytes().slice(at + 4, at + 4 + words()[at >> 2]);
    wasm.free(at);
    return asBytes ? data : decoder.decode(data);
  };

  // Types and functions are announced in any order while the module starts: what a type is, is asked when a function is called.
  const declare = (nameAt, count, typesAt, signature, invokerAt, target) => {
    const name = decoder.decode(bytes().slice(nameAt, bytes().indexOf(0, nameAt)));
    const [result, ...parameters] = words().slice(typesAt >> 2, (typesAt >> 2) + count);
    const invoker = wasm.__indirect_function_table.get(invokerAt);
    const asBytes = raw.includes(name);
    functions[name] = (...values) => {
      const sent = parameters.map((type, i) => strings.has(type) ? send(values[i]) : values[i]), answer = invoker(target, ...sent);
      sent.forEach((at, i) => { if (strings.has(parameters[i])) wasm.free(at); });
      return strings.has(result) ? receive(answer, asBytes) : answer;
    };
  };

  wasm = instantiate({
    env: {
      _embind_register_function: declare,
      _embind_register_std_string: type => strings.add(type),
      _embind_register_void: () => {},
    },
    wasi_snapshot_preview1: { proc_exit: code => { throw Error(`exit ${code}`); } },
  });
  wasm._initialize();
  return functions;
};

/** Compiles and links a module's bytes, at once. */
export default (wasmBytes, raw) => link(imports => new WebAssembly.Instance(new WebAssembly.Module(wasmBytes), imports).exports, raw);
