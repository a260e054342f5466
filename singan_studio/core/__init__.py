"""What every part shares: configuration, recipes, events, errors, sizes, pictures. No Qt, no torch."""
