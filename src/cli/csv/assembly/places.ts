/** Where everything stands in memory, by address. The text is UTF-16; places in it are counted in units. */
export let text: usize = 0;
/** Of each cell its first unit; the last cell is the one that is open. */
export let starts: usize = 0;
/** Of each row its first cell; the last row is the one that is open. */
export let firstCells: usize = 0;
/** Of each row the unit at which its text ends. */
export let rowEnds: usize = 0;

export function standAt(textAt: usize, startsAt: usize, firstCellsAt: usize, rowEndsAt: usize): void {
  text = textAt;
  starts = startsAt;
  firstCells = firstCellsAt;
  rowEnds = rowEndsAt;
}

// @ts-ignore: decorator
@inline
export function at(lane: usize, place: i32): i32 {
  return load<i32>(lane + ((<usize>place) << 2));
}

// @ts-ignore: decorator
@inline
export function put(lane: usize, place: i32, value: i32): void {
  store<i32>(lane + ((<usize>place) << 2), value);
}

// @ts-ignore: decorator
@inline
export function unitAt(place: i32): i32 {
  return <i32>load<u16>(text + ((<usize>place) << 1));
}

/** Where the cell of a column begins in a row; where the row ends if it has none. */
// @ts-ignore: decorator
@inline
export function startOf(row: i32, column: i32): i32 {
  const cell = at(firstCells, row) + column;
  return cell < at(firstCells, row + 1) ? at(starts, cell) : at(rowEnds, row);
}

// @ts-ignore: decorator
@inline
export function endOf(row: i32, column: i32): i32 {
  const next = at(firstCells, row) + column + 1;
  return next < at(firstCells, row + 1) ? at(starts, next) - 1 : at(rowEnds, row);
}
