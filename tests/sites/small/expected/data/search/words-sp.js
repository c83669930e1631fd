casebook.take("words-sp",{"spoken":[0],"spokeswoman":[16]})
