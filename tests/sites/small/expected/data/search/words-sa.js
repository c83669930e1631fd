casebook.take("words-sa",{"said":[0],"say":[0],"says":[0,9]})
