"""The words of the thread: one station for each thing between an industry and an outcome."""
