"""What is told at the beginning: the idea, its words, the quiz."""
