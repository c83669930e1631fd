casebook.take("words-ga",{"gazeta":[4,12,14,27]})
