casebook.take("words-pa",{"paper":[15]})
