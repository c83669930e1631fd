casebook.take("words-an",{"an":[0],"and":[0],"anne":[4,7,9,17],"anruf":[2]})
