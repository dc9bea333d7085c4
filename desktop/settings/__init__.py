"""The page Settings: the window, the shop, SMS, backups and the shop file itself."""
