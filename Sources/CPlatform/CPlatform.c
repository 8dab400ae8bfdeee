#include "CPlatform.h"

#include <unistd.h>

pid_t platform_fork(void) { return fork(); }
