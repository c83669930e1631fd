casebook.take("words-ht",{"html":[0]})
