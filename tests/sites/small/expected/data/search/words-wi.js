casebook.take("words-wi",{"wir":[2],"with":[0]})
