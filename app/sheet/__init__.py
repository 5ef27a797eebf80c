"""The sheet: a workbook in its own order, with a box for each answer and each tick outside any round."""
