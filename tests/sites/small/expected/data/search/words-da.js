casebook.take("words-da",{"day":[0]})
