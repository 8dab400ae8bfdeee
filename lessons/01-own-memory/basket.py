from multiprocessing import Process


def pack(basket):
    basket.append('bread')
    print('child has', len(basket), 'things:', *basket)


if __name__ == '__main__':
    basket = ['milk']
    child = Process(target=pack, args=(basket,))
    basket.append('eggs')
    child.start()
    basket.append('tea')
    basket.append('jam')
    child.join()
    print('parent has', len(basket), 'things:', *basket)
