/* ../explore/tickets.py for counting states, with the main process as the search sees it. All buyers are
 * started before the first state. A buyer's places are, in this order: before it looks, before it
 * takes, before it notes, at its end without a ticket, at its end with one; its last step and its end
 * are one. The main process's places are how many buyers it has joined, in their order, and then how
 * many of `bought` it has read; that it prints and ends nobody else sees, so it is part of its last
 * step. The guard that is never true is as in tickets.pml.
 */
byte tickets = 1;
bit bought[N];
bit ended[N];

active [N] proctype buyer() {
  if
  :: atomic { tickets > 0 -> skip }; tickets = 0; d_step { bought[_pid] = 1; ended[_pid] = 1 }
  :: atomic { tickets == 0 -> ended[_pid] = 1 }
  fi;
end: bought[_pid] > 1
}

active proctype main_process() {
  byte next;
end:
  do
  :: atomic { next < N && ended[next] -> next++ }
  :: atomic { next >= N && next < 2 * N -> next++ }
  od
}
