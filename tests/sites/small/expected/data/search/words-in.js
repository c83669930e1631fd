casebook.take("words-in",{"inquiry":[6,23,37]})
