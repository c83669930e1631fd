casebook.take("words-is",{"is":[0]})
