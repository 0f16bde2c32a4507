"""What the numbers say. Pure: no file, no clock, no screen; imports the model alone.

The modules beside the two rooms are each about one question of the patient: cost, goal, plan, page, ...
"""
