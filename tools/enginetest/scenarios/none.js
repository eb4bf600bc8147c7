// A page in which the test does everything itself.
