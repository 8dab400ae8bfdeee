# match.
n = 1
match n:  # expect refused: the match statement is not part of tutor's Python
    case 1:
        print('one')
