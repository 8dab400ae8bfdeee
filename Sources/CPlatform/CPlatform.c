// Linux system calls for Live. See CPlatform.h.
#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <linux/openat2.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

const int platform_open_path_only = O_PATH;

static int result(long value) { return value < 0 ? -errno : (int)value; }

pid_t platform_fork(void) { return result(fork()); }

int platform_futex_wait(const uint32_t *word, uint32_t expected, int64_t deadline) {
  struct timespec until = {deadline / 1000000000, deadline % 1000000000};
  return result(syscall(SYS_futex, word, FUTEX_WAIT_BITSET, expected, deadline < 0 ? NULL : &until,
                        NULL, FUTEX_BITSET_MATCH_ANY));
}

int platform_futex_wake(const uint32_t *word, int count) {
  return result(syscall(SYS_futex, word, FUTEX_WAKE, count, NULL, NULL, 0));
}

int platform_open_beneath(int folder, const char *path, int flags, unsigned mode) {
  struct open_how how = {
      .flags = (uint64_t)(flags | O_CLOEXEC),
      .mode = flags & O_CREAT ? mode : 0,
      .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS,
  };
  long descriptor;
  // EAGAIN: something was renamed while the kernel checked a `..`.
  for (int attempt = 0; attempt < 100; attempt++) {
    descriptor = syscall(SYS_openat2, folder, path, &how, sizeof how);
    if (descriptor >= 0 || errno != EAGAIN) break;
  }
  return result(descriptor);
}

int platform_open_at(int folder, const char *path, int flags, unsigned mode) {
  return result(openat(folder, path, flags | O_CLOEXEC, mode));
}

int platform_rename_at(int from_folder, const char *from, int to_folder, const char *to) {
  return result(renameat(from_folder, from, to_folder, to));
}

int platform_open_process(pid_t process) { return result(syscall(SYS_pidfd_open, process, 0)); }

int platform_adopt_orphans(void) { return result(prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)); }

int platform_tie_to_pipe(int read_end, pid_t owner, int signal) {
  int flags = fcntl(read_end, F_GETFL);
  if (flags < 0 || fcntl(read_end, F_SETSIG, signal) < 0 ||
      fcntl(read_end, F_SETOWN, owner) < 0)
    return -errno;
  return result(fcntl(read_end, F_SETFL, flags | O_ASYNC));
}

int platform_pipe(int ends[2]) { return result(pipe2(ends, O_CLOEXEC)); }

int platform_message_pipe(int ends[2]) { return result(pipe2(ends, O_CLOEXEC | O_NONBLOCK)); }

int platform_message_sockets(int ends[2]) {
  return result(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends));
}

long platform_write_message(int descriptor, const void *bytes, uint32_t count, uint64_t from) {
  uint8_t header[4] = {count >> 24, count >> 16, count >> 8, count};
  struct iovec parts[2];
  int used = 0;
  if (from < sizeof header)
    parts[used++] = (struct iovec){header + from, sizeof header - from};
  uint64_t start = from < sizeof header ? 0 : from - sizeof header;
  if (start < count) parts[used++] = (struct iovec){(char *)bytes + start, count - start};
  ssize_t written = writev(descriptor, parts, used);
  return written < 0 ? -errno : written;
}

int platform_poll(struct pollfd *entries, unsigned count, int64_t deadline) {
  if (deadline < 0) return result(ppoll(entries, count, NULL, NULL));
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  int64_t left = deadline - ((int64_t)now.tv_sec * 1000000000 + now.tv_nsec);
  if (left < 0) left = 0;
  struct timespec limit = {left / 1000000000, left % 1000000000};
  return result(ppoll(entries, count, &limit, NULL));
}

/// An abstract name: it is gone with the last socket that has it.
static socklen_t name_socket(struct sockaddr_un *address, uint64_t token) {
  memset(address, 0, sizeof *address);
  address->sun_family = AF_UNIX;
  int length = snprintf(address->sun_path + 1, sizeof address->sun_path - 1, "tutor-%016llx",
                        (unsigned long long)token);
  return (socklen_t)(offsetof(struct sockaddr_un, sun_path) + 1 + length);
}

int platform_listen(uint64_t token) {
  struct sockaddr_un address;
  socklen_t size = name_socket(&address, token);
  int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (listener < 0) return -errno;
  if (bind(listener, (struct sockaddr *)&address, size) == 0 && listen(listener, 1024) == 0)
    return listener;
  int reason = errno;
  close(listener);
  return -reason;
}

int platform_connect(uint64_t token) {
  struct sockaddr_un address;
  socklen_t size = name_socket(&address, token);
  // Waiting for a place in the listener's queue is short; only from then on it never waits.
  int connection = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (connection < 0) return -errno;
  int failed;
  do failed = connect(connection, (struct sockaddr *)&address, size);
  while (failed && errno == EINTR);
  if (!failed && fcntl(connection, F_SETFL, O_RDWR | O_NONBLOCK) == 0) return connection;
  int reason = errno;
  close(connection);
  return -reason;
}

int platform_accept(int listener, pid_t *peer) {
  int connection = accept4(listener, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
  if (connection < 0) return -errno;
  struct ucred credentials;
  socklen_t size = sizeof credentials;
  *peer = getsockopt(connection, SOL_SOCKET, SO_PEERCRED, &credentials, &size) == 0
              ? credentials.pid
              : 0;
  return connection;
}

int platform_pipe_is_abandoned(int read_end) {
  struct pollfd entry = {.fd = read_end, .events = POLLIN};
  return poll(&entry, 1, 0) == 1 && (entry.revents & POLLHUP) != 0;
}

static uint32_t *interrupt_word;
static volatile sig_atomic_t interrupted;

static void note_interrupt(int signal) {
  (void)signal;
  interrupted = 1;
  __atomic_store_n(interrupt_word, 1, __ATOMIC_SEQ_CST);
}

void platform_watch_interrupts(uint32_t *word) {
  interrupt_word = word;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note_interrupt;  // without SA_RESTART: waiting calls return EINTR
  sigaction(SIGINT, &action, NULL);
}

int platform_interrupted(int forget) {
  if (!interrupted) return 0;
  if (forget) {
    interrupted = 0;
    __atomic_store_n(interrupt_word, 0, __ATOMIC_SEQ_CST);
  }
  return 1;
}

void platform_ignore_interrupts(void) {
  signal(SIGINT, SIG_IGN);
  interrupted = 0;
}

int platform_signal_descriptor(uint64_t numbers) {
  sigset_t signals;
  sigemptyset(&signals);
  for (int number = 1; number <= 64; number++)
    if (numbers >> (number - 1) & 1) sigaddset(&signals, number);
  if (sigprocmask(SIG_BLOCK, &signals, NULL) < 0) return -errno;
  return result(signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK));
}

int platform_next_signal(int descriptor) {
  struct signalfd_siginfo information;
  return read(descriptor, &information, sizeof information) == (ssize_t)sizeof information
             ? (int)information.ssi_signo
             : 0;
}

void platform_reset_signals(void) {
  for (int number = 1; number < 32; number++)
    signal(number, number == SIGPIPE || number == SIGTTOU ? SIG_IGN : SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

void platform_allow_many_files(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) < 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

void platform_forbid_core_files(void) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
}
