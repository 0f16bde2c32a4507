"""What people see, surface by surface; what is here holds for all of them.

The lists that several rooms are held to stand beside the tests: all classes of errors, a sentence for each, what is
never said.
"""
