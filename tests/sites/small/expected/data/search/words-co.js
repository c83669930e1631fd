casebook.take("words-co",{"co":[10,19],"copy":[0]})
