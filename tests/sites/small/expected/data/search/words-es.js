casebook.take("words-es",{"es":[8]})
