casebook.take("words-wh",{"what":[0],"who":[0]})
