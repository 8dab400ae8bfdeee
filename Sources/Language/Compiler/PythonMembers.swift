// Names that modules of CPython 3.11 have and that a program may well use. Those that tutor's modules
// have too count for nothing here.

extension PythonNames {
  /// By the module's full name.
  static let members: [String: Set<String>] = [
    "os": words(
      """
      DirEntry Mapping MutableMapping PathLike abort access altsep chmod chown chroot close
      closerange confstr confstr_names copy_file_range ctermid defpath device_encoding dup dup2
      environb eventfd eventfd_read eventfd_write execl execle execlp execlpe execv execve execvp
      execvpe fchdir fchmod fchown fdatasync fdopen forkpty fpathconf fsdecode fsencode fstat
      fstatvfs fsync ftruncate fwalk get_blocking get_exec_path get_inheritable get_terminal_size
      getcwdb getegid getenvb geteuid getgid getgrouplist getgroups getloadavg getlogin getpgid
      getpgrp getpriority getrandom getresgid getresuid getsid getuid getxattr initgroups isatty
      killpg lchown link listxattr lockf login_tty lseek lstat major makedev memfd_create minor
      mkfifo mknod nice open openpty pathconf pathconf_names pidfd_open pipe2 posix_fadvise
      posix_fallocate posix_spawn posix_spawnp pread preadv putenv pwrite pwritev read readlink
      readv register_at_fork removedirs removexattr renames sched_get_priority_max
      sched_get_priority_min sched_getaffinity sched_getparam sched_getscheduler sched_param
      sched_rr_get_interval sched_setaffinity sched_setparam sched_setscheduler sched_yield
      sendfile set_blocking set_inheritable setegid seteuid setgid setgroups setpgid setpgrp
      setpriority setregid setresgid setresuid setreuid setsid setuid setxattr spawnl spawnle
      spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe splice stat_result statvfs statvfs_result
      strerror supports_bytes_environ supports_dir_fd supports_effective_ids supports_fd
      supports_follow_symlinks symlink sync sysconf sysconf_names tcgetpgrp tcsetpgrp
      terminal_size times times_result truncate ttyname umask uname uname_result unsetenv urandom
      utime wait3 wait4 waitid waitid_result waitpid waitstatus_to_exitcode write writev
      """),
    "os.path": words(
      """
      altsep commonpath commonprefix curdir defpath devnull expanduser expandvars extsep getatime
      getctime getmtime islink ismount lexists normcase pardir pathsep relpath samefile
      sameopenfile samestat splitdrive supports_unicode_filenames
      """),
    "sys": words(
      """
      abiflags addaudithook api_version audit base_exec_prefix base_prefix breakpointhook
      builtin_module_names call_tracing copyright displayhook dont_write_bytecode excepthook
      exception exec_prefix flags float_info float_repr_style get_asyncgen_hooks
      get_coroutine_origin_tracking_depth get_int_max_str_digits getallocatedblocks getdlopenflags
      getfilesystemencodeerrors getfilesystemencoding getprofile getrefcount getswitchinterval
      gettrace hash_info hexversion implementation int_info is_finalizing meta_path orig_argv
      path_hooks path_importer_cache platlibdir prefix pycache_prefix set_asyncgen_hooks
      set_coroutine_origin_tracking_depth setdlopenflags setprofile setswitchinterval settrace
      stdlib_module_names thread_info unraisablehook warnoptions
      """),
    "time": words(
      """
      CLOCK_BOOTTIME CLOCK_MONOTONIC CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID CLOCK_REALTIME
      CLOCK_TAI CLOCK_THREAD_CPUTIME_ID altzone clock_getres clock_gettime clock_gettime_ns
      clock_settime clock_settime_ns daylight get_clock_info pthread_getcpuclockid thread_time_ns
      timezone tzname
      """),
    "random": words(
      """
      BPF LOG4 NV_MAGICCONST RECIP_BPF SG_MAGICCONST TWOPI betavariate gammavariate lognormvariate
      paretovariate randbytes vonmisesvariate weibullvariate
      """),
    "json": words(
      """
      detect_encoding
      """),
    "math": words(
      """
      nextafter ulp
      """),
    "signal": words(
      """
      Handlers ITIMER_PROF ITIMER_REAL ITIMER_VIRTUAL ItimerError NSIG SIGBUS SIGCLD SIGFPE SIGILL
      SIGIO SIGIOT SIGPOLL SIGPROF SIGPWR SIGRTMAX SIGRTMIN SIGSTKFLT SIGSYS SIGTRAP SIGTSTP
      SIGTTIN SIGTTOU SIGURG SIGVTALRM SIGWINCH SIGXCPU SIGXFSZ SIG_BLOCK SIG_SETMASK SIG_UNBLOCK
      Sigmasks default_int_handler getitimer getsignal pidfd_send_signal pthread_kill
      pthread_sigmask raise_signal set_wakeup_fd setitimer siginterrupt sigpending sigtimedwait
      sigwait sigwaitinfo strsignal struct_siginfo valid_signals
      """),
    "functools": words(
      """
      WRAPPER_ASSIGNMENTS WRAPPER_UPDATES singledispatchmethod
      """),
    "contextlib": words(
      """
      AbstractAsyncContextManager AbstractContextManager AsyncContextDecorator AsyncExitStack
      ContextDecorator aclosing chdir
      """),
    "copy": words(
      """
      Error dispatch_table error
      """),
    "operator": words(
      """
      abs call countOf delitem iadd iand iconcat ifloordiv ilshift imatmul imod imul index indexOf
      inv invert ior ipow irshift isub itruediv ixor length_hint matmul pos setitem
      """),
    "multiprocessing": words(
      """
      SUBDEBUG SUBWARNING TimeoutError allow_connection_pickling get_all_start_methods
      set_executable set_forkserver_preload util reduction resource_tracker spawn heap
      resource_sharer forkserver popen_fork
      """),
    "multiprocessing.connection": words(
      """
      AuthenticationError BufferTooShort Client Connection ConnectionWrapper Listener Pipe
      SocketClient SocketListener XmlClient XmlListener address_type answer_challenge
      arbitrary_address default_family deliver_challenge families rebuild_connection
      reduce_connection wait
      """),
    "multiprocessing.queues": words(
      """
      Empty Full JoinableQueue Queue SimpleQueue
      """),
    "multiprocessing.managers": words(
      """
      AcquirerProxy Array ArrayProxy AutoProxy BarrierProxy BaseListProxy BaseManager
      BasePoolProxy BaseProxy ConditionProxy DictProxy EventProxy HAS_SHMEM IteratorProxy
      ListProxy MakeProxyType Namespace NamespaceProxy PoolProxy ProcessError ProcessLocalSet
      RebuildProxy RemoteError Server SharedMemoryManager SharedMemoryServer State SyncManager
      Token Value ValueProxy all_methods convert_to_error dispatch format_exc get_context
      get_spawning_popen getpid listener_client public_methods rebuild_as_list reduce_array
      """),
  ]

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
