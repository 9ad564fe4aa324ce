"""S5 Kế hoạch năm: tasks, targets, solutions and the plan itself, edited in place."""
