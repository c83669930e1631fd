casebook.take("words-de",{"den":[2],"denies":[0]})
