# asyncio.
import asyncio  # expect refused: the module 'asyncio' is not part of tutor's Python
