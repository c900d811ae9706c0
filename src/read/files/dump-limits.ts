const MIB = 1024 * 1024;

/** JSON of this size, from a file or standard input, is read within about 1 GB of memory. */
export const MOST_JSON_BYTES = 160 * MIB;

/** YAML takes several times as much. */
export const MOST_YAML_BYTES = 40 * MIB;
