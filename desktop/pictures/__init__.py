"""Pictures of cards: taken in, cropped, checked, made small enough, and shown."""
