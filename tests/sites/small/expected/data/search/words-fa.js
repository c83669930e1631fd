casebook.take("words-fa",{"fault":[0,7,9]})
