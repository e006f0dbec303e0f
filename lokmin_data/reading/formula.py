def fill_formulas(book, formulas):
    return book
