casebook.take("words-li",{"line":[11,13,15]})
