"""DELIVER: finished bytes leave the house. Knows nothing of what they hold."""
