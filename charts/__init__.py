"""The chart kinds: one file each, named as an author writes `kind:`; docs/charts.md tells how to add one."""
