"""The step/question grid: steps on the left, their moments and questions on the right."""
