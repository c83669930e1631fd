casebook.take("words-ni",{"nicht":[8]})
