"""The reference library: neural networks in NumPy alone. Import its modules one by one."""
