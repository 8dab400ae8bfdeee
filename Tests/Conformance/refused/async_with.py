# async with.
async def main(lock):  # expect refused: async functions are not part of tutor's Python
    async with lock:
        pass
