# Pool, by the module's name.
import multiprocessing as mp
if __name__ == '__main__':
    with mp.Pool(2) as pool:  # expect refused: 'multiprocessing.Pool' is not part of tutor's Python
        print(pool.map(abs, [-1]))
