// What Swift cannot call by itself: fork, calls that are variadic in C or have no wrapper in the C
// library, and a signal handler. No policy: each function is one system call, or one and its errors.
// Functions that can fail return a negative errno.
#ifndef C_PLATFORM_H
#define C_PLATFORM_H

#include <poll.h>
#include <stdint.h>
#include <sys/types.h>

/// fork(2). Only a process with a single thread may call it. -errno on failure.
pid_t platform_fork(void);

/// Sleeps while `*word` is `expected`, until `deadline` (nanoseconds of the monotonic clock; negative
/// for never). 0 when woken, -EAGAIN when the word differed, -ETIMEDOUT, -EINTR.
int platform_futex_wait(const uint32_t *word, uint32_t expected, int64_t deadline);

/// Wakes up to `count` processes that sleep on `word`.
int platform_futex_wake(const uint32_t *word, int count);

/// Tells the processor that this is a short wait in a loop.
static inline void platform_relax(void) {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

/// Flags of open(2) that the C library hides from Swift.
extern const int platform_open_path_only;

/// Opens `path` without ever leaving the folder: openat2(2) with RESOLVE_BENEATH. A descriptor, or
/// -EXDEV where the path leads out, or -ENOSYS or -EPERM where the kernel does not offer the call.
int platform_open_beneath(int folder, const char *path, int flags, unsigned mode);

/// openat(2).
int platform_open_at(int folder, const char *path, int flags, unsigned mode);

/// renameat(2), with flags where they are not 0.
int platform_rename_at(int from_folder, const char *from, int to_folder, const char *to);

/// A descriptor that becomes readable when the process ends: pidfd_open(2).
int platform_open_process(pid_t process);

/// From now on, descendants whose parent has ended become children of this process.
int platform_adopt_orphans(void);

/// Has the kernel send `signal` to `owner` (a process, or the negative of a group) as soon as the
/// last writer of the pipe, whose read end this is, has gone.
int platform_tie_to_pipe(int read_end, pid_t owner, int signal);

/// A pipe closed on exec: the read end, then the write end.
int platform_pipe(int ends[2]);

/// A one-way pipe for messages, closed on exec, whose calls never wait: the read end, then the write
/// end.
int platform_message_pipe(int ends[2]);

/// The same in both directions: two connected stream sockets.
int platform_message_sockets(int ends[2]);

/// Writes a message, which is `count` as four bytes, the highest first, and the bytes themselves: as
/// much of it as there is room for, from its byte `from` on. How many were written, or -errno.
long platform_write_message(int descriptor, const void *bytes, uint32_t count, uint64_t from);

/// poll(2) until `deadline` (nanoseconds of the monotonic clock; negative for never). How many are
/// ready, or -errno.
int platform_poll(struct pollfd *entries, unsigned count, int64_t deadline);

/// A stream socket that listens under a name made of `token`, outside the file system; closed on
/// exec. Its accepting never waits.
int platform_listen(uint64_t token);

/// A stream socket connected to the one that listens so, closed on exec; its calls never wait.
int platform_connect(uint64_t token);

/// The same for the other side, with the process that connected.
int platform_accept(int listener, pid_t *peer);

/// Whether all writers of a pipe, whose read end this is, have gone.
int platform_pipe_is_abandoned(int read_end);

/// From now on, SIGINT interrupts the call that waits, and does nothing but note that it came: for
/// `platform_interrupted`, and as a 1 in `*word` for other processes to see.
void platform_watch_interrupts(uint32_t *word);

/// Whether a SIGINT came since it was last asked with `forget`.
int platform_interrupted(int forget);

/// From now on, SIGINT does nothing at all.
void platform_ignore_interrupts(void);

/// Blocks these signals (bit N-1 for signal N) and returns a descriptor that reads them.
int platform_signal_descriptor(uint64_t signals);

/// Reads the next signal's number from such a descriptor; 0 when there is none.
int platform_next_signal(int descriptor);

/// What a process that runs a program starts with: nothing blocked, SIGPIPE and SIGTTOU ignored, all
/// else with its default action, so that a crash is just that.
void platform_reset_signals(void);

/// Lets this process have as many open files as the system allows it.
void platform_allow_many_files(void);

/// No core files from this process on.
void platform_forbid_core_files(void);

#endif
