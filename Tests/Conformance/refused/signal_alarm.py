# An alarm.
import signal
signal.alarm(1)  # expect refused: 'signal.alarm' is not part of tutor's Python
