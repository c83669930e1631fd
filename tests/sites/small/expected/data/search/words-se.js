casebook.take("words-se",{"seen":[0]})
