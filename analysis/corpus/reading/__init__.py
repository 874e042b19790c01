"""Reading what archives give: tables, exports, feeds, news formats; articles one by one."""
