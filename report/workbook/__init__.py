"""WORKBOOK: figures go to departments as Excel workbooks and come back filled in.

In: the year's Figures, then the books returned. Out: a book for each department; Answers, what is wrong with them, who
has answered and who has not. One table of rules (workbook.rules) is what the check uses and what the books explain.
"""
