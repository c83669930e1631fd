casebook.take("words-so",{"so":[0],"some":[0]})
