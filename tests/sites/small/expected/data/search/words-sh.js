casebook.take("words-sh",{"she":[0,9]})
