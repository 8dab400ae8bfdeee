# An asynchronous comprehension.
async def main(items):  # expect refused: async functions are not part of tutor's Python
    return [x async for x in items]
