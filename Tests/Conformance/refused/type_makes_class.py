# type with three arguments.
Shop = type('Shop', (), {})  # expect refused: type with three arguments is not part of tutor's Python
