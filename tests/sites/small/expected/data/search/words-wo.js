casebook.take("words-wo",{"wohl":[6]})
