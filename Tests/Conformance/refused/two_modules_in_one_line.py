# The second of two modules.
import os, asyncio  # expect refused: the module 'asyncio' is not part of tutor's Python
