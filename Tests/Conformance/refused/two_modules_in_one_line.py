# The second of two modules.
import os, threading  # expect refused: the module 'threading' is not part of tutor's Python
