"""The frame every page lives in: theme, language, navigation, background work, notices."""
