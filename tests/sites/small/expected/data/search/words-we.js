casebook.take("words-we",{"were":[13]})
