/* tickets.py: one ticket, N buyers; a process's steps are to look, to take and to note. */
byte tickets = 1;
bit bought[N];

active [N] proctype buyer() {
  byte left;
  left = tickets;
  if
  :: left > 0 ->
    tickets = left - 1;
    bought[_pid] = 1
  :: else
  fi
}
