"""Card messages: what they hold, which handsets show them, and what vendors take."""
