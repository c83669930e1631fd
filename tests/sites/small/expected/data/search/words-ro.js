casebook.take("words-ro",{"rozmowa":[33],"rozmowe":[0,4,14]})
