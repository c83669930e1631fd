casebook.take("words-it",{"it":[0,15],"item":[0],"its":[15]})
