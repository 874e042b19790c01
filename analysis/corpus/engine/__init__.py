"""The engine: partitions of an archive analysed on Dask, resumably."""
