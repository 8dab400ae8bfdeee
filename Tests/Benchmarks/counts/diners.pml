/* Diners who eat once, for counting states: as Philosophers in Tests/ExplorerTests/SmallSystems.swift,
 * whose five places of a diner are those before each line here. The guard that is never true keeps
 * processes from vanishing one after the other.
 *
 *   spin -DN=3 -a diners.pml; gcc -O2 -DSAFETY -DNOREDUCE -o pan pan.c; ./pan -m1000000 -w22 -E
 *
 * SPIN 6.5.2 stores 75, 321, 5777 and 103681 states for N = 3, 4, 6 and 8.
 */
bit taken[N];

active [N] proctype diner() {
  atomic { !taken[_pid] -> taken[_pid] = 1 };
  atomic { !taken[(_pid + 1) % N] -> taken[(_pid + 1) % N] = 1 };
  taken[_pid] = 0;
  taken[(_pid + 1) % N] = 0;
end: false
}
