# argparse.
import argparse  # expect refused: the module 'argparse' is not part of tutor's Python
