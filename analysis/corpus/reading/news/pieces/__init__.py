"""Files parted into articles without reading them whole, and values made into articles."""
