casebook.take("words-ne",{"news":[24],"newspaper":[26]})
