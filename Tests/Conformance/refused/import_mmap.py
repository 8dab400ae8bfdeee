# mmap.
import mmap  # expect refused: the module 'mmap' is not part of tutor's Python
