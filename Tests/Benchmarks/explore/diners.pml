/* diners.py: a fork is taken in one step, as soon as it lies there. */
bit taken[N];

active [N] proctype diner() {
  atomic { !taken[_pid] -> taken[_pid] = 1 };
  atomic { !taken[(_pid + 1) % N] -> taken[(_pid + 1) % N] = 1 };
  taken[_pid] = 0;
  taken[(_pid + 1) % N] = 0
}
