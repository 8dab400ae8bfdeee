// libedit's variadic calls, given fixed arguments so that Swift can make them.
#ifndef C_TERMINAL_H
#define C_TERMINAL_H

#include <histedit.h>

/// A line editor on the process's own stdin, stdout and stderr.
EditLine *terminal_editor(const char *program);

#endif
