casebook.take("words-br",{"briefed":[6,23]})
