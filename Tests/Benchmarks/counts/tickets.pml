/* Ticket ids for counting states: as TicketRace in Tests/ExplorerTests/SmallSystems.swift, whose five
 * places of a buyer are, in this order: before the `if`, before `tickets = 0`, before `bought`, at the
 * end without a ticket, at the end with one. The guard that is never true keeps SPIN from leaving out
 * `bought`, which it takes for unused otherwise, and processes from vanishing one after the other.
 *
 *   spin -DN=3 -a tickets.pml; gcc -O2 -DSAFETY -DNOREDUCE -o pan pan.c; ./pan -m1000000 -w22 -E
 *
 * SPIN 6.5.2 stores 4, 106, 560, 14960 and 384320 states for N = 1, 3, 4, 6 and 8.
 */
byte tickets = 1;
bit bought[N];

active [N] proctype buyer() {
  if
  :: atomic { tickets > 0 -> skip }; tickets = 0; bought[_pid] = 1
  :: tickets == 0
  fi;
end: bought[_pid] > 1
}
