# Tracing.
import sys
sys.settrace(None)  # expect refused: 'sys.settrace' is not part of tutor's Python
