# JSON in a file.
import json

with open('ticket.json', 'w') as file:
    json.dump({'left': 3, 'sold': []}, file)
with open('ticket.json') as file:
    ticket = json.load(file)
ticket['left'] -= 1
ticket['sold'].append('Ann')
with open('ticket.json', 'w') as file:
    json.dump(ticket, file)
print(open('ticket.json').read())  # expect: {"left": 2, "sold": ["Ann"]}
json.dump({'left': 0}, open('ticket.json', 'w'))
print(json.load(open('ticket.json'))['left'])  # expect: 0
