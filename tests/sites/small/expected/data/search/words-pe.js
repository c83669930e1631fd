casebook.take("words-pe",{"person":[6,23]})
