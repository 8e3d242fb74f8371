"""From YAML files to the domain: strict reading, conversion, the library, and the author's checker."""
