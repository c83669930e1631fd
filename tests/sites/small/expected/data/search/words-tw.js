casebook.take("words-tw",{"two":[13]})
