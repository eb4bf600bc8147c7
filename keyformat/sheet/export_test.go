package sheet

// BarSymbols is the table of symbols, for the test that reads them back.
var BarSymbols = barSymbols[:]
