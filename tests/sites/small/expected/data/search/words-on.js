casebook.take("words-on",{"on":[0,6,11,13,15,23],"one":[0,11]})
