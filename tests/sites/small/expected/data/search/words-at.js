casebook.take("words-at",{"at":[0,7,9]})
