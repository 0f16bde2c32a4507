"""What typed words mean by themselves: a date, an amount, an id, a name that is recorded, the value of an option.

There is a module for each kind of thing that words may name. They stay in one room, since a phrase may name several of
them: a time beside a condition, an amount beside a date.
"""
