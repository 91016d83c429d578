"""The command line. Standard library until a command runs; Textual only to open the interface."""
