casebook.take("words-si",{"siehe":[2],"sind":[2]})
