# await.
async def main():  # expect refused: async functions are not part of tutor's Python
    await main()
