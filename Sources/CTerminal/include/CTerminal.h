// What Swift cannot call of a terminal: libedit's variadic functions, and signals that a read of
// the keyboard must notice wherever they are delivered. There is one terminal a process, so its
// state is static.
#ifndef C_TERMINAL_H
#define C_TERMINAL_H

#include <histedit.h>
#include <stdbool.h>

// Signals ---------------------------------------------------------------------------------------

/// Signals that have come and wait to be acted on, as bits.
enum {
  TERMINAL_INTERRUPTED = 1,  // Ctrl-C
  TERMINAL_ENDING = 2,       // the terminal or the system wants us to go
  TERMINAL_RESIZED = 4,
  TERMINAL_SUSPENDED = 8,  // Ctrl-Z; only while a line is read
  TERMINAL_CONTINUED = 16
};

/// Takes SIGINT, SIGTERM, SIGHUP, SIGQUIT and SIGWINCH; call it once, first. Returns 0, or -1 with
/// errno.
int terminal_take_signals(void);

/// The bits that are pending, of those asked for.
int terminal_pending(int bits);

/// Forgets pending bits.
void terminal_forget(int bits);

/// Waits until stdin can be read or one of the bits is pending. Returns the pending bits, 0 where
/// stdin can be read, -1 with errno on a fault.
int terminal_wait(int bits);

/// The locale in which wide characters are read: the environment's where that is UTF-8, else C.UTF-8.
/// Returns whether text is UTF-8 now.
bool terminal_use_utf8(void);

/// The columns of the terminal on stdout, or 0 where there is none.
int terminal_columns(void);

// libedit ---------------------------------------------------------------------------------------

typedef unsigned char (*terminal_key_function)(EditLine *, wint_t);
typedef char *(*terminal_prompt_function)(EditLine *);

/// A line editor on the process's own stdin, stdout and stderr, which notices the signals above.
EditLine *terminal_editor(const char *program);

/// Reads a line as `el_gets` does; Ctrl-Z and `fg` are acted on meanwhile.
const char *terminal_read_line(EditLine *editor, int *count);

void terminal_set_prompt(EditLine *editor, terminal_prompt_function prompt);
/// The columns that the prompt takes; a redraw needs them.
void terminal_set_prompt_width(int columns);
void terminal_set_client(EditLine *editor, void *client);
void *terminal_client(EditLine *editor);
void terminal_set_history(EditLine *editor, History *entries);
void terminal_history_limit(History *entries, int count);
void terminal_history_enter(History *entries, const char *line);
void terminal_add_function(
    EditLine *editor, const char *name, const char *help, terminal_key_function function);
void terminal_bind(EditLine *editor, const char *key, const char *function);

/// Wipes the prompt and the line from the screen, however many rows they take.
void terminal_erase(EditLine *editor);
/// Draws the prompt and the line where the cursor is.
void terminal_draw(EditLine *editor);
/// Writes text through the stream that libedit writes to.
void terminal_print(const char *text);
void terminal_beep(void);

#endif
