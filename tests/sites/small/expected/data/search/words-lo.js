casebook.take("words-lo",{"lodz":[34],"lodzka":[4,12,14,27],"los":[4,7,9,17]})
