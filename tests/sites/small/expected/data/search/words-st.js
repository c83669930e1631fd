casebook.take("words-st",{"statement":[29]})
