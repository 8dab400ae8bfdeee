#define _GNU_SOURCE
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

// Signals. A handler may run on any thread, so it cannot count on interrupting the read: it sets a
// bit and writes a byte into a pipe that every wait for the keyboard polls too.

static atomic_int pending;
static int wake[2] = {-1, -1};
static int prompt_columns;

static int bit_of(int signal_number) {
  switch (signal_number) {
    case SIGINT: return TERMINAL_INTERRUPTED;
    case SIGTERM:
    case SIGHUP: return TERMINAL_ENDING;
    case SIGWINCH: return TERMINAL_RESIZED;
    case SIGTSTP: return TERMINAL_SUSPENDED;
    case SIGCONT: return TERMINAL_CONTINUED;
    default: return 0;
  }
}

static void note_signal(int signal_number) {
  int saved = errno;
  atomic_fetch_or(&pending, bit_of(signal_number));
  // A full pipe wakes as well as another byte would.
  ssize_t written = write(wake[1], "", 1);
  (void)written;
  errno = saved;
}

static void take(int signal_number, void (*handler)(int)) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  // No SA_RESTART: a read that waits must come back.
  sigaction(signal_number, &action, NULL);
}

int terminal_take_signals(void) {
  if (wake[0] < 0 && pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  take(SIGINT, note_signal);
  take(SIGTERM, note_signal);
  take(SIGHUP, note_signal);
  take(SIGWINCH, note_signal);
  // A handler and not SIG_IGN, which programs would inherit.
  take(SIGQUIT, note_signal);
  return 0;
}

int terminal_pending(int bits) { return atomic_load(&pending) & bits; }

void terminal_forget(int bits) { atomic_fetch_and(&pending, ~bits); }

int terminal_wait(int bits) {
  for (;;) {
    int now = terminal_pending(bits);
    if (now != 0) return now;
    struct pollfd watched[2] = {{.fd = 0, .events = POLLIN}, {.fd = wake[0], .events = POLLIN}};
    int ready = poll(watched, 2, -1);
    if (ready < 0 && errno != EINTR) return -1;
    if (ready <= 0) continue;
    if (watched[1].revents != 0) {
      char bytes[64];
      while (read(wake[0], bytes, sizeof bytes) > 0) {
      }
      continue;
    }
    if (watched[0].revents != 0) return 0;
  }
}

bool terminal_use_utf8(void) {
  if (setlocale(LC_ALL, "") != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  return setlocale(LC_ALL, "C.UTF-8") != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

int terminal_columns(void) {
  struct winsize size;
  if (ioctl(1, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

// libedit. Signals are acted on between two keys, never inside a handler: libedit's own handlers
// would draw from within one and send the signal on to the whole process group.

static int rows_above_cursor(EditLine *editor) {
  int columns = terminal_columns();
  if (columns < 1) return 0;
  int column = prompt_columns % columns;
  int rows = prompt_columns / columns;
  const LineInfoW *line = el_wline(editor);
  for (const wchar_t *c = line->buffer; c < line->cursor; c++) {
    int width = wcwidth(*c);
    if (width < 0) width = 2;
    if (column + width > columns) {
      rows++;
      column = 0;
    }
    column += width;
    if (column == columns) {
      rows++;
      column = 0;
    }
  }
  return rows;
}

void terminal_erase(EditLine *editor) {
  int rows = rows_above_cursor(editor);
  if (rows > 0) printf("\033[%dA", rows);
  printf("\r\033[J");
  fflush(stdout);
}

void terminal_draw(EditLine *editor) { el_set(editor, EL_REFRESH); }

static void suspend(EditLine *editor) {
  el_set(editor, EL_PREP_TERM, 0);
  take(SIGTSTP, SIG_DFL);
  raise(SIGTSTP);
  take(SIGTSTP, note_signal);
  // The SIGCONT that wakes us leaves its bit, and with it the redraw.
}

static void resume(EditLine *editor) {
  el_set(editor, EL_PREP_TERM, 1);
  el_resize(editor);
  terminal_draw(editor);
}

static int wait_for_key(EditLine *editor) {
  for (;;) {
    int now = terminal_wait(
        TERMINAL_INTERRUPTED | TERMINAL_ENDING | TERMINAL_RESIZED | TERMINAL_SUSPENDED |
        TERMINAL_CONTINUED);
    if (now <= 0) return now;
    if (now & (TERMINAL_INTERRUPTED | TERMINAL_ENDING)) {
      errno = EINTR;
      return -1;
    }
    terminal_forget(now);
    if (now & TERMINAL_SUSPENDED) {
      suspend(editor);
    } else if (now & TERMINAL_CONTINUED) {
      resume(editor);
    } else if (now & TERMINAL_RESIZED) {
      terminal_erase(editor);
      el_resize(editor);
      terminal_draw(editor);
    }
  }
}

static int read_key(EditLine *editor, wchar_t *key) {
  mbstate_t state;
  memset(&state, 0, sizeof state);
  for (;;) {
    if (wait_for_key(editor) < 0) return -1;
    char byte;
    ssize_t count = read(0, &byte, 1);
    if (count == 0) return 0;
    if (count < 0) {
      if (errno == EINTR || errno == EAGAIN) continue;
      return -1;
    }
    size_t length = mbrtowc(key, &byte, 1, &state);
    // A byte that belongs to no character is dropped.
    if (length == (size_t)-1) memset(&state, 0, sizeof state);
    if (length <= 1) return 1;
  }
}

EditLine *terminal_editor(const char *program) {
  EditLine *editor = el_init(program, stdin, stdout, stderr);
  if (editor == NULL) return NULL;
  el_set(editor, EL_EDITOR, "emacs");
  el_source(editor, NULL);
  el_set(editor, EL_SIGNAL, 0);
  el_set(editor, EL_GETCFN, read_key);
  return editor;
}

const char *terminal_read_line(EditLine *editor, int *count) {
  // Where job control is off, SIGTSTP is ignored and stays so.
  struct sigaction before;
  sigaction(SIGTSTP, NULL, &before);
  bool can_stop = before.sa_handler != SIG_IGN;
  if (can_stop) take(SIGTSTP, note_signal);
  take(SIGCONT, note_signal);
  terminal_forget(TERMINAL_RESIZED | TERMINAL_SUSPENDED | TERMINAL_CONTINUED);
  el_resize(editor);
  const char *line = el_gets(editor, count);
  int saved = errno;
  take(SIGCONT, SIG_DFL);
  if (can_stop) take(SIGTSTP, SIG_DFL);
  errno = saved;
  return line;
}

void terminal_set_prompt(EditLine *editor, terminal_prompt_function prompt) {
  el_set(editor, EL_PROMPT_ESC, prompt, '\1');
}

void terminal_set_prompt_width(int columns) { prompt_columns = columns; }

void terminal_set_client(EditLine *editor, void *client) {
  el_set(editor, EL_CLIENTDATA, client);
}

void *terminal_client(EditLine *editor) {
  void *client = NULL;
  el_get(editor, EL_CLIENTDATA, &client);
  return client;
}

void terminal_set_history(EditLine *editor, History *entries) {
  el_set(editor, EL_HIST, history, entries);
}

void terminal_history_limit(History *entries, int count) {
  HistEvent event;
  history(entries, &event, H_SETSIZE, count);
}

void terminal_history_enter(History *entries, const char *line) {
  HistEvent event;
  history(entries, &event, H_ENTER, line);
}

void terminal_add_function(
    EditLine *editor, const char *name, const char *help, terminal_key_function function) {
  el_set(editor, EL_ADDFN, name, help, function);
}

void terminal_bind(EditLine *editor, const char *key, const char *function) {
  el_set(editor, EL_BIND, key, function, NULL);
}

void terminal_print(const char *text) {
  fputs(text, stdout);
  fflush(stdout);
}

void terminal_beep(void) { terminal_print("\a"); }
