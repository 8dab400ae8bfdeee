# Coroutines.
async def cook():  # expect refused: async functions are not part of tutor's Python
    return 1
