/**
 * Turns codes into those of a table, where they stand; codes without an entry take its last.
 *
 * @returns 1 if any becomes `odd` or more
 */
export function translate(codes: usize, rows: i32, table: usize, last: i32, odd: i32): i32 {
  const end = codes + ((<usize>rows) << 2);
  let greatest = 0;
  for (; codes < end; codes += 4) {
    const code = load<u32>(codes);
    const text = load<i32>(table + ((<usize>min<u32>(code, last)) << 2));
    store<i32>(codes, text);
    greatest = max(greatest, text);
  }
  return i32(greatest >= odd);
}

/** 1 if all codes are 0 or 1. */
export function areFlags(codes: usize, rows: i32): i32 {
  const end = codes + ((<usize>rows) << 2);
  let all: u32 = 0;
  for (; codes < end; codes += 4) all |= load<u32>(codes);
  return i32(all < 2);
}
