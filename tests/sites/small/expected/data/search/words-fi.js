casebook.take("words-fi",{"first":[0,15]})
