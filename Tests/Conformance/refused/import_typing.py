# typing.
from typing import List  # expect refused: the module 'typing' is not part of tutor's Python
