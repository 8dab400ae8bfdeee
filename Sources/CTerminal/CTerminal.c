#include "CTerminal.h"

#include <stdio.h>

EditLine *terminal_editor(const char *program) { return el_init(program, stdin, stdout, stderr); }
