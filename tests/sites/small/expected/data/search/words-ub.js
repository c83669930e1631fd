casebook.take("words-ub",{"uber":[3]})
