"""From what the register holds to the facts of a content: pure, arrays in, frozen dataclasses out."""
