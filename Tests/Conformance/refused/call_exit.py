# exit, which is made for the prompt.
exit()  # expect refused: the builtin 'exit' is not part of tutor's Python
