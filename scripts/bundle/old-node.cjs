// The beginning of the program in the bundle: what its packages take for granted and Node.js 20 lacks, so that a machine
// with that one can run it.
if (Promise.withResolvers === undefined) {
  // undici binds it when it is loaded; zstd answers are never asked for.
  require('node:zlib').createZstdDecompress ??= () => {
    throw new Error('zstd is not there in this Node.js');
  };
  // undici marks its objects so that a worker cannot get them; there is no worker.
  require('node:worker_threads').markAsUncloneable ??= () => {};
  Map.groupBy ??= (items, keyOf) => {
    const groups = new Map();
    let index = 0;
    for (const item of items) {
      const key = keyOf(item, index++);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
    return groups;
  };
  Promise.withResolvers ??= function () {
    const made = {};
    made.promise = new this((resolve, reject) => Object.assign(made, { resolve, reject }));
    return made;
  };
}
