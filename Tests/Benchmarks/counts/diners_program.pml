/* ../explore/diners.py for counting states, with the main process as the search sees it. All diners are
 * started before the first state. A diner's places are before each line here, and its last release and
 * its end are one. The main process's places are how many diners it has joined, in their order. The
 * guard that is never true is as in diners.pml.
 */
bit taken[N];
bit ended[N];

active [N] proctype diner() {
  atomic { !taken[_pid] -> taken[_pid] = 1 };
  atomic { !taken[(_pid + 1) % N] -> taken[(_pid + 1) % N] = 1 };
  taken[_pid] = 0;
  d_step { taken[(_pid + 1) % N] = 0; ended[_pid] = 1 };
end: false
}

active proctype main_process() {
  byte next;
end:
  do
  :: atomic { next < N && ended[next] -> next++ }
  od
}
