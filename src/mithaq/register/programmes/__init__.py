"""The areas of cooperation and the decisions that opened them."""
