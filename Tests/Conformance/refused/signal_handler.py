# A handler for signals.
import signal
signal.signal(signal.SIGTERM, print)  # expect refused: 'signal.signal' is not part of tutor's Python
