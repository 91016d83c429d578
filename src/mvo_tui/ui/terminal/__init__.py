"""What stands on the terminal, and how to change it in few bytes. Only `sparing` knows Textual."""
