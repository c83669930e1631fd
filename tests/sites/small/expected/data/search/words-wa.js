casebook.take("words-wa",{"war":[8],"was":[0,5,7,9,11]})
