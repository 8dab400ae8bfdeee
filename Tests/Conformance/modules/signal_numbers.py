# Numbers of signals.
import signal

print(int(signal.SIGTERM), int(signal.SIGKILL), int(signal.SIGINT))  # expect: 15 9 2
print(signal.SIGTERM == 15, -signal.SIGTERM)  # expect: True -15
