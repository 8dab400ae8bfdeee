# Another program's output.
import os
print(os.popen('date').read())  # expect refused: 'os.popen' is not part of tutor's Python
