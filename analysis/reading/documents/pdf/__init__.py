"""Read articles from PDF documents: what is drawn on the pages, then its layout (``layout``)."""
