casebook.take("words-mi",{"ministry":[10,16,19]})
