casebook.take("words-un",{"uns":[3]})
