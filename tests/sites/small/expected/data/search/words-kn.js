casebook.take("words-kn",{"known":[0]})
