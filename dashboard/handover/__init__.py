"""From any page to the Read page: ``/open``, to which a bookmark sends what one is reading."""
