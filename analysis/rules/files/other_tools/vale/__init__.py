"""Styles and vocabularies of Vale (vale.sh), as far as they say what rules here can say."""
