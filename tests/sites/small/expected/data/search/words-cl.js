casebook.take("words-cl",{"claim":[0]})
