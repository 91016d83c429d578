"""The interface. The only rooms that know Textual: app > screens > widgets > commands."""
