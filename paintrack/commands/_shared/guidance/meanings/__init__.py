"""What typed words mean by themselves: a date, an amount, an id, a name that is recorded, the value of an option."""
