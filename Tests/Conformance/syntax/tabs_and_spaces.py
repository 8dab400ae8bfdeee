# Tabs and spaces mixed.
if True:
        a = 1
	b = 2  # expect syntax error: TabError: inconsistent use of tabs and spaces in indentation
