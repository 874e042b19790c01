"""The routes of a class: joining, the lesson's state, its texts, a pupil's marks."""
