"""Composes small reports out of independent parts, together with what each of them says.

`compose.compose(seed)` draws the parts: what was counted (`counted`), the words of the field (`field_words`), how numbers
are written (`writing`), what is told of an indicator (`measures`), heads and totals (`tables`), titles and periods
(`titles`), and the layout (`layouts`, `layouts_of_months`).  `outcome` compares what is read with what the report says.
"""
