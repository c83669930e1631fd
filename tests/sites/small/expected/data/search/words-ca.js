casebook.take("words-ca",{"call":[1,5,31,35]})
