casebook.take("words-ag",{"agency":[25]})
