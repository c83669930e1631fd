casebook.take("words-el",{"elsewhere":[0]})
