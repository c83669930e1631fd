casebook.take("words-qu",{"quotes":[0]})
