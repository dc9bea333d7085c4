"""Export files of platforms into the shop: read, recognise, clean, resolve people, write in one transaction."""
