// What Swift cannot call by itself: fork, and calls that are variadic in C.
#ifndef C_PLATFORM_H
#define C_PLATFORM_H

#include <sys/types.h>

/// fork(2). Only a process with a single thread may call it.
pid_t platform_fork(void);

#endif
