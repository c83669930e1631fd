casebook.take("words-a",{"a":[0,6,23]})
