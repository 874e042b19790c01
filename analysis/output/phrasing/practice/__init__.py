"""Every sentence that is said when readers judge wording themselves."""
