casebook.take("words-ov",{"overheard":[0,5,31]})
