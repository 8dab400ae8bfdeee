/* producers_simple.py: whoever puts puts into the channel himself. */
chan queue = [3] of { byte };
byte left = N;

active [N] proctype producer() {
  byte item;
  bit last;
  for (item : 1 .. K) { queue ! 10 * (_pid + 1) + item }
  item = 0;
  atomic { left--; last = left == 0 };
  if
  :: last -> queue ! 0; queue ! 0
  :: else
  fi
}

active [2] proctype consumer() {
  byte item = 1;
  do
  :: item != 0 -> queue ? item
  :: else -> break
  od
}
