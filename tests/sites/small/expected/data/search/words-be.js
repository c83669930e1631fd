casebook.take("words-be",{"begins":[37]})
