# async for.
async def main(items):  # expect refused: async functions are not part of tutor's Python
    async for item in items:
        print(item)
