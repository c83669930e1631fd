casebook.take("words-no",{"not":[9],"note":[0]})
